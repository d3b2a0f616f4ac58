// The page of a live program: one video a camera, fed by fragments of MP4 through a web socket.
const TEXTS = {
  en: { targets: 'masking', whole: 'masked whole', gone: 'no connection', connecting: 'connecting', stopped: 'stopped',
    in: 'in', masked: 'masked', wholeFrames: 'whole', dropped: 'dropped', raw: 'raw', reconnects: 'reconnects',
    p50: 'delay p50', p95: 'delay p95', looks: 'looks/s', shedding: 'overload', cameras: 'cameras', events: 'Events',
    'fewer-looks': 'fewer looks', 'fewer-frames': 'fewer frames', none: '' },
  ko: { targets: '가림 중', whole: '전체 가림', gone: '연결 끊김', connecting: '연결 중', stopped: '중지됨',
    in: '입력', masked: '가림', wholeFrames: '전체 가림', dropped: '버림', raw: '원본 노출', reconnects: '재연결',
    p50: '지연 p50', p95: '지연 p95', looks: '탐지/초', shedding: '과부하', cameras: '카메라', events: '이벤트',
    'fewer-looks': '탐지 줄임', 'fewer-frames': '프레임 줄임', none: '' },
  id: { targets: 'menyamarkan', whole: 'disamarkan penuh', gone: 'terputus', connecting: 'menghubungkan', stopped: 'berhenti',
    in: 'masuk', masked: 'disamarkan', wholeFrames: 'penuh', dropped: 'dibuang', raw: 'mentah', reconnects: 'sambung ulang',
    p50: 'tunda p50', p95: 'tunda p95', looks: 'deteksi/dtk', shedding: 'beban lebih', cameras: 'kamera', events: 'Kejadian',
    'fewer-looks': 'deteksi dikurangi', 'fewer-frames': 'bingkai dikurangi', none: '' },
};
const language = Object.keys(TEXTS).find((tag) => navigator.language.toLowerCase().startsWith(tag)) ?? 'en';
const text = TEXTS[language];
const Source = window.ManagedMediaSource ?? window.MediaSource;

/** Seconds behind the newest picture from which the player jumps to it. */
const MOST_BEHIND = 1.0;
const BEHIND_AFTER_JUMP = 0.15;
const KEPT_SECONDS = 10;
const RETRY_MILLIS = 1500;

class Player {
  constructor(video, address) {
    this.video = video;
    this.address = address;
    this.connect();
  }

  connect() {
    this.queue = [];
    this.buffer = undefined;
    const socket = new WebSocket(this.address);
    socket.binaryType = 'arraybuffer';
    socket.onmessage = (message) =>
      typeof message.data === 'string' ? this.begin(JSON.parse(message.data)) : this.add(message.data);
    socket.onclose = () => setTimeout(() => this.connect(), RETRY_MILLIS);
  }

  begin(stream) {
    this.queue = [];
    this.buffer = undefined;
    const source = new Source();
    this.source = source;
    this.video.disableRemotePlayback = true;
    this.video.src = URL.createObjectURL(source);
    this.video.style.aspectRatio = `${stream.width} / ${stream.height}`;
    source.addEventListener('sourceopen', () => {
      URL.revokeObjectURL(this.video.src);
      if (source !== this.source) return;
      this.buffer = source.addSourceBuffer(`video/mp4; codecs="${stream.codecs}"`);
      this.buffer.addEventListener('updateend', () => this.feed());
      this.feed();
    });
  }

  add(data) {
    this.queue.push(data);
    this.feed();
  }

  feed() {
    const buffer = this.buffer;
    if (!buffer || buffer.updating || this.source.readyState !== 'open') return;
    this.follow(buffer);
    if (buffer.updating) return;
    const next = this.queue.shift();
    if (next) buffer.appendBuffer(next);
  }

  /** Keeps the player at the newest picture, and the memory small. */
  follow(buffer) {
    if (buffer.buffered.length === 0) return;
    const video = this.video;
    const begin = buffer.buffered.start(0);
    const end = buffer.buffered.end(buffer.buffered.length - 1);
    if (end - video.currentTime > MOST_BEHIND || video.currentTime < begin) {
      video.currentTime = Math.max(begin, end - BEHIND_AFTER_JUMP);
    }
    if (video.paused) video.play().catch(() => {});
    if (video.currentTime - begin > 2 * KEPT_SECONDS) buffer.remove(begin, video.currentTime - KEPT_SECONDS);
  }
}

const cards = new Map();

function element(tag, className, content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (content !== undefined) made.textContent = content;
  return made;
}

function cardOf(camera) {
  if (cards.has(camera.name)) return cards.get(camera.name);
  const figure = element('figure', 'camera');
  const video = element('video');
  video.muted = true;
  video.autoplay = true;
  video.playsInline = true;
  const caption = element('figcaption');
  const title = element('div', 'title');
  const state = element('span', 'state');
  title.append(element('span', 'light'), element('span', 'name', camera.name), state);
  const facts = element('dl');
  caption.append(title, facts);
  figure.append(video, caption);
  document.getElementById('grid').append(figure);
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const address = `${scheme}://${location.host}/cameras/${encodeURIComponent(camera.name)}/stream`;
  const card = { figure, state, facts, player: new Player(video, address) };
  cards.set(camera.name, card);
  return card;
}

function show(camera) {
  const card = cardOf(camera);
  card.figure.className = `camera ${camera.state}`;
  const shed = text[camera.shedding] ? ` · ${text.shedding}: ${text[camera.shedding]}` : '';
  card.state.textContent = text[camera.state] + shed;
  const facts = [
    [text.in, camera.framesIn], [text.masked, camera.framesMasked], [text.wholeFrames, camera.framesWhole],
    [text.dropped, camera.framesDropped], [text.raw, camera.framesRaw], [text.reconnects, camera.reconnects],
    [text.p50, `${Math.round(camera.latencyP50Millis)} ms`], [text.p95, `${Math.round(camera.latencyP95Millis)} ms`],
    [text.looks, camera.looksPerSecond.toFixed(1)],
  ];
  card.facts.replaceChildren(...facts.map(([name, value]) => {
    const row = element('div');
    row.append(element('dt', '', name), element('dd', '', value));
    return row;
  }));
}

async function refresh() {
  try {
    const health = await (await fetch('health')).json();
    health.cameras.forEach(show);
    const good = health.cameras.filter((camera) => camera.state === 'targets').length;
    document.getElementById('summary').textContent = `${good} / ${health.cameras.length} ${text.cameras}`;
    const events = await (await fetch('events')).json();
    document.getElementById('events').replaceChildren(...events.map((event) => {
      const row = element('li');
      row.append(element('time', '', new Date(event.at).toLocaleTimeString(language)), event.sentences[language]);
      return row;
    }));
  } catch {
    document.querySelectorAll('.camera').forEach((card) => { card.className = 'camera gone'; });
  }
  setTimeout(refresh, 1000);
}

document.documentElement.lang = language;
document.getElementById('events-title').textContent = text.events;
refresh();
