// The page of a live program: one video a camera, fed by fragments of MP4 through a web socket.
const TEXTS = {
  en: { targets: 'targets masked', whole: 'everything masked', gone: 'no pictures',
    connecting: 'connecting', stopped: 'stopped',
    in: 'in', masked: 'masked', wholeFrames: 'whole', dropped: 'dropped', raw: 'raw',
    reconnects: 'reconnects', p50: 'delay p50', p95: 'delay p95', looks: 'looks/s', shedding: 'overload', cameras: 'cameras masked and shown',
    events: 'Events', language: 'Language', figures: 'Figures',
    'fewer-looks': 'fewer looks', 'fewer-frames': 'fewer frames', none: '',
    noServer: 'No connection to Garim. What you see is old; trying again.',
    why: { starting: 'Nobody has looked yet.', 'size-changed': 'The size of the picture changed.',
      'scene-changed': 'The scene changed, or the camera moves.', damaged: 'The stream is damaged.', 'time-jumped': 'Time jumped.',
      'detector-failed': 'A detector failed.', late: 'The detectors are slow.', overloaded: 'The machine is overloaded.' },
    goneWords: 'The camera gives no pictures. It is tried again and again.', connectingWords: 'The camera is being reached.',
    silent: 'No new pictures. What you see is old.' },
  ko: { targets: '대상 가림 중', whole: '전체 가림', gone: '영상 없음',
    connecting: '연결 중', stopped: '중지됨',
    in: '입력', masked: '가림', wholeFrames: '전체 가림', dropped: '버림', raw: '원본 노출',
    reconnects: '재연결', p50: '지연 p50', p95: '지연 p95', looks: '탐지/초', shedding: '과부하', cameras: '대 정상 표시 중',
    events: '이벤트', language: '언어', figures: '수치',
    'fewer-looks': '탐지 줄임', 'fewer-frames': '프레임 줄임', none: '',
    noServer: 'Garim에 연결할 수 없습니다. 보이는 영상은 지난 것이며, 다시 연결하는 중입니다.',
    why: { starting: '아직 탐지가 끝나지 않았습니다.', 'size-changed': '화면 크기가 바뀌었습니다.',
      'scene-changed': '장면이 바뀌었거나 카메라가 움직입니다.', damaged: '영상 데이터가 손상되었습니다.', 'time-jumped': '시각이 건너뛰었습니다.',
      'detector-failed': '탐지기에 오류가 났습니다.', late: '탐지가 느립니다.', overloaded: '장비가 과부하 상태입니다.' },
    goneWords: '카메라에서 영상이 오지 않습니다. 계속 다시 연결합니다.', connectingWords: '카메라에 연결하고 있습니다.',
    silent: '새 영상이 오지 않습니다. 보이는 영상은 지난 것입니다.' },
  id: { targets: 'target disamarkan', whole: 'semua disamarkan', gone: 'tidak ada gambar',
    connecting: 'menghubungkan', stopped: 'berhenti',
    in: 'masuk', masked: 'disamarkan', wholeFrames: 'penuh', dropped: 'dibuang', raw: 'mentah',
    reconnects: 'sambung ulang', p50: 'tunda p50', p95: 'tunda p95', looks: 'deteksi/dtk', shedding: 'beban lebih',
    cameras: 'kamera disamarkan dan tampil', events: 'Kejadian', language: 'Bahasa', figures: 'Angka',
    'fewer-looks': 'deteksi dikurangi', 'fewer-frames': 'bingkai dikurangi', none: '',
    noServer: 'Tidak tersambung ke Garim. Gambar yang terlihat sudah lama; mencoba lagi.',
    why: { starting: 'Belum ada yang memeriksa gambar.', 'size-changed': 'Ukuran gambar berubah.',
      'scene-changed': 'Adegan berubah atau kamera bergerak.', damaged: 'Aliran data rusak.', 'time-jumped': 'Waktu melompat.',
      'detector-failed': 'Detektor gagal.', late: 'Detektor lambat.', overloaded: 'Mesin kelebihan beban.' },
    goneWords: 'Kamera tidak mengirim gambar. Terus dicoba lagi.', connectingWords: 'Kamera sedang dihubungi.',
    silent: 'Tidak ada gambar baru. Yang terlihat sudah lama.' },
};
const LANGUAGE_NAMES = { en: 'English', ko: '한국어', id: 'Bahasa Indonesia' };
// The server has chosen: what was asked for in the address, else what was chosen last, else what the browser prefers.
const language = document.documentElement.lang in TEXTS ? document.documentElement.lang : 'en';
const text = TEXTS[language];
const Source = window.ManagedMediaSource ?? window.MediaSource;

/** Seconds behind the newest picture from which the player jumps to it. */
const MOST_BEHIND = 1.0;
const BEHIND_AFTER_JUMP = 0.15;
const KEPT_SECONDS = 10;
const RETRY_MILLIS = 1500;
/** Pictures that are so old are not taken for live ones. */
const SILENT_MILLIS = 4000;

class Player {
  constructor(video, address) {
    this.video = video;
    this.address = address;
    this.latest = 0;
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

  isSilent() {
    return performance.now() - this.latest > SILENT_MILLIS;
  }

  add(data) {
    this.latest = performance.now();
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
  const more = element('details');
  more.open = matchMedia('(min-width: 40rem)').matches;
  more.append(element('summary', '', text.figures), facts);
  caption.append(title, more);
  const screen = element('div', 'screen');
  const words = element('p', 'words');
  words.setAttribute('role', 'status');
  screen.append(video, words);
  figure.append(screen, caption);
  document.getElementById('grid').append(figure);
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  const address = `${scheme}://${location.host}/cameras/${encodeURIComponent(camera.name)}/stream`;
  const card = { figure, state, words, facts, player: new Player(video, address) };
  cards.set(camera.name, card);
  return card;
}

function show(camera) {
  const card = cardOf(camera);
  const isRunning = camera.state === 'targets' || camera.state === 'whole';
  const isOld = !isRunning || card.player.isSilent();
  card.figure.className = `camera ${camera.state}${isOld ? ' old' : ''}`;
  const shed = text[camera.shedding] ? ` · ${text.shedding}: ${text[camera.shedding]}` : '';
  card.state.textContent = text[camera.state] + shed;
  say(card.words, wordsFor(camera, isRunning && isOld));
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

/** Why a guard does not see what they expect. */
function wordsFor(camera, isSilent) {
  if (camera.state === 'gone') return text.goneWords;
  if (camera.state === 'connecting') return text.connectingWords;
  if (isSilent) return text.silent;
  const why = text.why[camera.why];
  return why ? `${text.whole}: ${why}` : '';
}

function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

function chooser() {
  const list = element('nav', 'languages');
  list.setAttribute('aria-label', text.language);
  Object.entries(LANGUAGE_NAMES).forEach(([tag, name]) => {
    const link = element('a', '', name);
    link.href = `?lang=${tag}`;
    link.lang = tag;
    if (tag === language) link.setAttribute('aria-current', 'true');
    list.append(link);
  });
  return list;
}

async function refresh() {
  try {
    const health = await (await fetch('health')).json();
    say(document.getElementById('alarm'), '');
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
    say(document.getElementById('alarm'), text.noServer);
    document.querySelectorAll('.camera').forEach((card) => { card.className = 'camera gone old'; });
  }
  setTimeout(refresh, 1000);
}

document.querySelector('header').append(chooser());
document.getElementById('events-title').textContent = text.events;
refresh();
