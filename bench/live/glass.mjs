#!/usr/bin/env -S node --experimental-websocket
// Glass to glass: how old a picture is when Chromium shows it. bench/live/glass.mjs PAGE STATE [--seconds 20] [--shot FILE] [--width 1280]
//   [--height 900] [--lang ko]
// PAGE is the address of the page of "garim live", STATE the file that bench/live/cameras wrote with --state. Every picture of those cameras
// has its number in its lower left corner; it is read back from the first video whenever Chromium is about to show a picture.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [page, stateFile, ...rest] = process.argv.slice(2);
const option = (name, otherwise) => (rest.includes(`--${name}`) ? rest[rest.indexOf(`--${name}`) + 1] : otherwise);
const seconds = Number(option('seconds', '20'));
const width = Number(option('width', '1280'));
const height = Number(option('height', '900'));
const lang = option('lang', 'en');
const state = JSON.parse(readFileSync(stateFile, 'utf8'));

const profile = mkdtempSync(join(tmpdir(), 'glass-'));
const browser = spawn('chromium', ['--headless=new', '--no-sandbox', '--remote-debugging-port=0', `--user-data-dir=${profile}`,
  '--autoplay-policy=no-user-gesture-required', `--lang=${lang}`, `--accept-lang=${lang}`, 'about:blank'], { stdio: ['ignore', 'ignore', 'pipe'] });

const address = await new Promise((resolve) => {
  let told = '';
  browser.stderr.on('data', (data) => {
    told += data;
    const found = told.match(/ws:\/\/\S+/);
    if (found) resolve(found[0]);
  });
});
const socket = new WebSocket(address);
await new Promise((resolve) => { socket.onopen = resolve; });
const answers = new Map();
let number = 0;
socket.onmessage = (message) => {
  const answer = JSON.parse(message.data);
  answers.get(answer.id)?.(answer.result ?? answer);
};
function call(method, params = {}, sessionId = undefined) {
  const id = ++number;
  socket.send(JSON.stringify({ id, method, params, sessionId }));
  return new Promise((resolve) => { answers.set(id, resolve); });
}

/** Runs in the page: notes the age of every picture that is shown. */
function measure({ rate, frames, bits, square }) {
  const ages = [];
  const canvas = document.createElement('canvas');
  canvas.width = bits;
  canvas.height = 1;
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  const video = document.querySelector('video');
  const note = (now, about) => {
    // Only the middle of each square is read, where the coding of its neighbours does not reach.
    for (let bit = 0; bit < bits; bit++) {
      pen.drawImage(video, bit * square + square / 4, video.videoHeight - square * 0.75, square / 2, square / 2, bit, 0, 1, 1);
    }
    const pixels = pen.getImageData(0, 0, bits, 1).data;
    const light = Array.from({ length: bits }, (_, bit) => pixels[4 * bit + 1]);
    if (light.every((level) => level < 60 || level > 190)) {
      const painted = light.reduce((sum, level, bit) => sum + (level > 127 ? 2 ** bit : 0), 0);
      const shown = performance.timeOrigin + about.expectedDisplayTime;
      const latest = Math.floor((shown / 1000) * rate);
      const sent = latest - ((((latest - painted) % frames) + frames) % frames);
      ages.push(shown - (sent / rate) * 1000);
    }
    video.requestVideoFrameCallback(note);
  };
  video.requestVideoFrameCallback(note);
  window.ages = ages;
}

try {
  const { targetId } = await call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await call('Target.attachToTarget', { targetId, flatten: true });
  await call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: width < 600 }, sessionId);
  await call('Page.enable', {}, sessionId);
  await call('Page.navigate', { url: page }, sessionId);
  await new Promise((resolve) => { setTimeout(resolve, 6000); });
  await call('Runtime.evaluate', { expression: `(${measure})(${JSON.stringify(state)})` }, sessionId);
  await new Promise((resolve) => { setTimeout(resolve, 1000 * seconds); });
  const shot = option('shot');
  if (shot) {
    const { data } = await call('Page.captureScreenshot', { format: 'png' }, sessionId);
    writeFileSync(shot, Buffer.from(data, 'base64'));
  }
  const { result } = await call('Runtime.evaluate', { expression: 'JSON.stringify(window.ages ?? [])', returnByValue: true }, sessionId);
  const ages = JSON.parse(result.value ?? '[]').sort((a, b) => a - b);
  const at = (share) => (ages.length ? `${Math.round(ages[Math.min(ages.length - 1, Math.floor(share * ages.length))])} ms` : '-');
  console.log(`${ages.length} pictures read back; glass to glass p50 ${at(0.5)}, p95 ${at(0.95)}, most ${at(1)}`);
} finally {
  const ended = new Promise((resolve) => { browser.once('exit', resolve); });
  browser.kill();
  await ended;
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
}
