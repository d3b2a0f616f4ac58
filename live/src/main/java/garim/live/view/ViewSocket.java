package garim.live.view;

import io.helidon.common.buffers.BufferData;
import io.helidon.http.HeaderNames;
import io.helidon.http.Headers;
import io.helidon.http.HttpPrologue;
import io.helidon.websocket.WsListener;
import io.helidon.websocket.WsSession;
import io.helidon.websocket.WsUpgradeException;
import java.util.Optional;

/** Sends what a {@link Viewer} is to see through one web socket. */
final class ViewSocket implements WsListener {
    private static final int NORMAL_CLOSURE = 1000;

    private final ViewHub hub;
    private final ViewLogin login;
    private Optional<Viewer> viewer = Optional.empty();

    ViewSocket(ViewHub hub, ViewLogin login) {
        this.hub = hub;
        this.login = login;
    }

    @Override
    public Optional<Headers> onHttpUpgrade(HttpPrologue prologue, Headers headers) throws WsUpgradeException {
        if (!login.accepts(headers)) {
            throw new WsUpgradeException("no login");
        }
        // A page of somebody else must not watch with the login of whoever opened it.
        Optional<String> origin = headers.first(HeaderNames.ORIGIN);
        Optional<String> host = headers.first(HeaderNames.HOST);
        if (origin.isPresent()
                && !host.filter(own -> origin.get().endsWith("//" + own)).isPresent()) {
            throw new WsUpgradeException("another origin");
        }
        return Optional.empty();
    }

    @Override
    public void onOpen(WsSession session) {
        Viewer joined = hub.join();
        viewer = Optional.of(joined);
        Thread.ofVirtual().name("garim-view-" + hub.camera()).start(() -> send(session, joined));
    }

    private void send(WsSession session, Viewer joined) {
        try {
            for (Optional<Viewer.Message> next = joined.take(); next.isPresent(); next = joined.take()) {
                switch (next.get()) {
                    case Viewer.Message.Begin(String json) -> session.send(json, true);
                    case Viewer.Message.Bytes(byte[] data, boolean isPicture) ->
                        session.send(BufferData.create(data), true);
                }
            }
            session.close(NORMAL_CLOSURE, "end");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The viewer went away, which the server tells in many ways; that is how most of them end.
            hub.leave(joined);
        }
    }

    @Override
    public void onClose(WsSession session, int status, String reason) {
        viewer.ifPresent(hub::leave);
    }

    @Override
    public void onError(WsSession session, Throwable t) {
        viewer.ifPresent(hub::leave);
    }
}
