// Probes for each row of "What loads" in docs/visuals.md: each returns what came, or throws.
import * as THREE from "../../vendor/three/three.module.js";
import { AWAY } from "./away.js"; // another server, which the test watches

const at = (name) => new URL(name, import.meta.url).href;
const blob = (code) => URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
const bytes = async (name) => (await fetch(at(name))).arrayBuffer();
const blobOf = async (name) => URL.createObjectURL(await (await fetch(at(name))).blob());
const PROCESSOR = (await (await fetch(at("worklet.js"))).text()).replace('"own"', '"made"');
const CHECKED = 300; // milliseconds after which what is refused would have run

const PROBES = {
  "a module, or JSON, by import": async () => (await import("./other.js")).word + (await import("./words.json", { with: { type: "json" } })).default.words[0],
  "a file, by fetch": async () => (await (await fetch(at("words.json"))).json()).words.length,
  "blob: and data: addresses, by fetch": async () =>
    (await (await fetch(blob("x"))).text()) + (await (await fetch("data:,y")).text()),
  "a picture": async () => {
    for (const from of [at("square.png"), await blobOf("square.png"), at("preview.svg")]) await came(Object.assign(new Image(), { src: from }), "load");
  },
  "a sound, by new Audio()": async () => {
    for (const from of [at("tone.wav"), await blobOf("tone.wav")]) await came(new Audio(from), "canplaythrough");
    const tone = new Audio(at("tone.wav"));
    await came(tone, "loadedmetadata");
    tone.currentTime = tone.duration - 1; // far beyond what is there by now: the server is asked for that part
    await came(tone, "seeked");
    return tone.currentTime;
  },
  "a sound, by decodeAudioData": async () => (await new OfflineAudioContext(1, 1, 8000).decodeAudioData(await bytes("tone.wav"))).duration,
  "a film, by <video>": async () => {
    for (const from of [at("clip.webm"), await blobOf("clip.webm")]) {
      const film = Object.assign(document.createElement("video"), { src: from, muted: true });
      await came(film, "loadeddata");
      if (film.videoWidth !== 16) throw new Error("It has no picture.");
    }
  },
  "a font, by FontFace": async () => (await new FontFace("own", `url(${at("face.woff2")})`).load()).status,
  "a glTF model with its textures": async () => {
    const model = await bytes("square.glb");
    const json = JSON.parse(new TextDecoder().decode(new Uint8Array(model, 20, new DataView(model).getUint32(12, true))));
    const { byteLength, byteOffset } = json.bufferViews[json.images[0].bufferView];
    const start = 20 + new DataView(model).getUint32(12, true) + 8 + byteOffset;
    const picture = new Blob([new Uint8Array(model, start, byteLength)], { type: json.images[0].mimeType });
    return (await new THREE.ImageBitmapLoader().loadAsync(URL.createObjectURL(picture))).width; // as GLTFLoader does
  },
  WebAssembly: async () => (await WebAssembly.instantiateStreaming(fetch(at("add.wasm")))).instance.exports.add(1, 2),
  "a worker from a file": () => answer(new Worker(at("worker.js")), AWAY),
  "a worker from a blob:": () => answer(new Worker(blob("onmessage = ({data}) => postMessage(data)")), "heard"),
  "an audio worklet from a file": () => worklet(at("worklet.js"), "own"),
  "an audio worklet from a blob:": () => worklet(blob(PROCESSOR), "made"),
  "a style sheet of yours, by <link>": async () => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: at("own.css") });
    document.head.append(link);
    await came(link, "load");
    return getComputedStyle(document.body).getPropertyValue("--own");
  },
  "adoptedStyleSheets, element.style.color = …": async () => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("body { --made: yes }");
    document.adoptedStyleSheets.push(sheet);
    const text = document.createElement("p");
    text.style.color = "red";
    return getComputedStyle(document.body).getPropertyValue("--made") + text.style.color;
  },
  "a <style> element": async () => {
    const style = Object.assign(document.createElement("style"), { textContent: "body { --inline: yes }" });
    document.head.append(style);
    return wanted(getComputedStyle(document.body).getPropertyValue("--inline"));
  },
  'style="…" in markup': async () => {
    const place = written('<b style="color: red">x</b>');
    return wanted(place.firstChild.style.color);
  },
  '<script> and onclick="…" in markup': async () => {
    const place = written('<img src="data:," onerror="window.ran = true"><button onclick="window.ran = true">x</button>');
    place.append(Object.assign(document.createElement("script"), { textContent: "window.ran = true" }));
    place.querySelector("button").click();
    await later();
    return wanted(window.ran);
  },
  'eval, new Function, setTimeout("…")': async () => {
    setTimeout("window.timed = true");
    await later();
    for (const way of [() => window.timed, () => (0, eval)("1"), () => new Function("return 1")()]) {
      try {
        if (way()) return "ran";
      } catch {}
    }
    return wanted("");
  },
  "a module or a worker from data:": async () => {
    const module = import("data:text/javascript,export default 1").then(() => "module", () => "");
    const worker = answer(new Worker("data:text/javascript,onmessage = () => postMessage(1)"), "").then(() => "worker", () => "");
    return wanted((await module) + (await worker));
  },
  "anything of another server": async () => {
    const ways = {
      fetch: () => fetch(AWAY, { mode: "no-cors" }),
      picture: () => came(Object.assign(new Image(), { src: AWAY }), "load"),
      sound: () => came(new Audio(AWAY), "canplay"),
      module: () => import(AWAY),
      font: () => new FontFace("away", `url(${AWAY})`).load(),
      socket: () => came(new WebSocket(AWAY.replace("http", "ws")), "open"),
      beacon: async () => navigator.sendBeacon(AWAY) && later(),
    };
    const done = [];
    for (const [name, way] of Object.entries(ways)) await way().then(() => done.push(name), () => {});
    return wanted(done.filter((name) => name !== "beacon").join());
  },
  "a frame, a plug-in": async () => {
    const frame = Object.assign(document.createElement("iframe"), { src: at("words.json") });
    const plugin = Object.assign(document.createElement("object"), { data: at("preview.svg") });
    document.body.append(frame, plugin);
    await later();
    let words = "";
    try {
      words = frame.contentDocument?.body?.textContent ?? "";
    } catch {} // what the browser shows in its place is nobody's to read
    return wanted(words.includes("one") || plugin.contentDocument);
  },
  SharedArrayBuffer: async () => wanted(globalThis.SharedArrayBuffer),
};

export default function create() {
  // Later, since what a debugger calls may do more than the page.
  globalThis.probe = (name) => new Promise((tell, fail) => setTimeout(() => PROBES[name]().then(tell, (error) => fail(String(error)))));
  globalThis.probes = Object.keys(PROBES);
  return { draw() {} };
}

function came(element, event) {
  return new Promise((done, fail) => {
    element.addEventListener(event, done);
    element.addEventListener("error", () => fail(new Error(element.error?.message ?? `no ${event}`)));
  });
}

function answer(worker, question) {
  const answered = came(worker, "message").then(({ data }) => data);
  worker.postMessage(question);
  return answered.finally(() => worker.terminate());
}

async function worklet(module, name) {
  const context = new OfflineAudioContext(1, 128, 8000);
  await context.audioWorklet.addModule(module);
  new AudioWorkletNode(context, name).connect(context.destination);
  return (await context.startRendering()).length;
}

function written(markup) {
  const place = document.createElement("p");
  document.body.append(place);
  place.innerHTML = markup;
  return place;
}

function wanted(value) {
  if (value) return value;
  throw new Error("It did not come.");
}

function later() {
  return new Promise((done) => setTimeout(done, CHECKED));
}
