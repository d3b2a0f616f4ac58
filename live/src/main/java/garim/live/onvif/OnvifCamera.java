package garim.live.onvif;

import java.net.URI;
import java.util.List;

/**
 * A camera that answered a search.
 *
 * @param name what it calls itself; may be empty
 * @param model what hardware it says it is; may be empty
 * @param services where it can be asked; at least one
 */
public record OnvifCamera(String name, String model, List<URI> services) {
    public OnvifCamera {
        services = List.copyOf(services);
        if (services.isEmpty()) {
            throw new IllegalArgumentException("a camera without an address");
        }
    }
}
