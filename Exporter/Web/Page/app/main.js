// The page: opens the generator, then every frame reads the hands, moves the walker, and asks for its picture.

import { Generator } from "./generator.js";
import { Hands } from "./input.js";
import { describe, fromBase64, parameters, parse as parseLatent } from "./latent.js";
import { enlarged, Picture } from "./picture.js";
import { Panel } from "./panel.js";
import { format as formatPlace, parse as parsePlace } from "./place.js";
import { decode, encode, readTexts } from "./png.js";
import { latentOfSeed } from "./random.js";
import { Walk } from "./walk.js";

const VERSION = 1;                  // of page.json
const SEEDS = 1_000_000;
const TRUNCATION_STEP = 0.05;
const LARGE_SIDE = 1024;
const LARGEST_FILE = 64 << 20;

const base = new URL("./", document.baseURI);
const loading = document.getElementById("loading");

start().catch(error => fail(error));

async function start() {
    const document_ = await loadJson("page.json");
    if (document_.format !== "latentwalk-page" || document_.version !== VERSION) {
        throw new Error(`page.json is of version ${document_.version}, this page reads ${VERSION}: a part of it is older than the rest`);
    }

    const generator = describeGenerator(document_);
    const canvas = document.getElementById("picture");
    const picture = new Picture(canvas, document.getElementById("stage"), document_.image);
    const expected = await preview(document_, generator);
    if (expected) picture.draw(new Uint8ClampedArray(expected.rgba));

    const session = { shown: null, hash: null };
    const worker = new Generator({
        progress: showProgress,
        changed: showProvider,
        failed: text => panel.problem(`The picture could not be made: ${text}`),
        shown: (rgba, order) => {
            session.shown = { ...order, rgba };
            picture.draw(rgba);
            panel.problem(null);
        },
    });
    const ready = await worker.open({
        document: document_, base: base.href, expected,
        provider: new URLSearchParams(location.search).get("provider"),
    });

    const first = placeOfAddress(generator);
    const walk = new Walk(generator, BigInt(document_.preview.seed), () => randomSeed());
    if (first && !first.problem) walk.jumpTo(wayTo(first), first.truncation, first.chosen);
    const hands = new Hands(document.getElementById("stage"), () => picture.side, command, {
        start: () => walk.dragStart(), by: radians => walk.dragBy(radians), end: () => walk.dragEnd(),
    });
    const panel = new Panel(generator, command, hands, walk);
    panel.say(first?.problem ?? (matchMedia("(pointer: coarse)").matches ? "Drag the picture to fly" : "Drag the picture to fly, or press W A S D"));

    function command(name) {
        switch (name) {
            case "new": return walk.newFace();
            case "undo": return walk.undo();
            case "drift": return walk.toggleDrift();
            case "more": return walk.setTruncation(walk.goal + TRUNCATION_STEP);
            case "less": return walk.setTruncation(walk.goal - TRUNCATION_STEP);
            case "axes+": return walk.shiftAxes(3);
            case "axes-": return walk.shiftAxes(-3);
            case "class+": return walk.setClass((walk.chosen + 1) % Math.max(generator.classes, 1));
            case "class-": return walk.setClass((walk.chosen + generator.classes - 1) % Math.max(generator.classes, 1));
            case "save": return void save(1).catch(report);
            case "save-large": return void save(Math.max(1, Math.round(LARGE_SIDE / Math.max(canvas.width, canvas.height)))).catch(report);
            case "link": return void copyLink().catch(report);
            case "open": return document.getElementById("file").click();
            case "axes": return panel.toggleAxes();
            case "help": return panel.toggleHelp();
            case "close": return panel.close();
        }
    }

    const report = error => panel.say(error.message);

    async function save(times) {
        const { shown } = session;
        if (!shown) return;
        const { width, height } = canvas;
        const bytes = await encode(times === 1 ? shown.rgba : enlarged(shown.rgba, width, height, times), width * times, height * times, [
            { keyword: "Software", text: generator.app },
            { keyword: "parameters", text: parameters(generator, shown, width, height) },
            { keyword: "latentwalk", text: describe(generator, shown), utf8: true },
        ]);
        const name = `${fileName(generator)}${shown.seed === null ? "-walk" : `-seed${shown.seed}`}-${stamp(new Date())}.png`;
        const link = document.createElement("a");
        link.href = URL.createObjectURL(new Blob([bytes], { type: "image/png" }));
        link.download = name;
        link.click();
        setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
        panel.say(`Saved ${name}`);
    }

    // A phone shares, a desk copies.
    async function copyLink() {
        writeHash();
        if (navigator.share && matchMedia("(pointer: coarse)").matches) {
            await navigator.share({ title: document.title, url: location.href }).catch(error => {
                if (error.name !== "AbortError") throw error;
            });
            return;
        }

        try {
            await navigator.clipboard.writeText(location.href);
            panel.say("The link to this picture is copied");
        } catch {
            panel.say("The link to this picture is in the address bar");       // no clipboard without https
        }
    }

    async function openFile(file) {
        if (file.size > LARGEST_FILE) throw new Error(`${file.name} is too large to be a saved picture`);
        let latent;
        try {
            const text = (await readTexts(new Uint8Array(await file.arrayBuffer()))).get("latentwalk");
            if (text === undefined) throw new Error("it does not say how it was made; save pictures here or with Latent Walk");
            latent = parseLatent(text);
        } catch (error) {
            throw new Error(`${file.name}: ${error.message}`);
        }

        const place = wayTo(latent);
        if (place.z.length !== generator.zdim) throw new Error(`${file.name} was made by another generator: its latent has ${place.z.length} numbers, this one takes ${generator.zdim}`);
        const chosen = latent.c?.length === generator.classes && generator.classes > 0 ? latent.c.indexOf(Math.max(...latent.c)) : null;
        walk.flyTo(place, latent.truncation, chosen);
        panel.say(latent.model === generator.sha256 ? `Flying to ${file.name}` : `${file.name} was made by another generator; this is its place here`);
    }

    // The numbers count where both are given.
    function wayTo({ z, seed }) { return { z: z ?? latentOfSeed(seed, generator.zdim), seed }; }

    function writeHash() {
        const { z, seed } = walk.here();
        const hash = formatPlace({ z, seed, truncation: walk.goal, chosen: walk.chosen }, generator);
        if (hash !== location.hash) history.replaceState(null, "", hash);
        session.hash = hash;
    }

    addEventListener("hashchange", () => {
        if (location.hash === session.hash) return;
        const place = placeOfAddress(generator);
        if (place?.problem) panel.say(place.problem);
        else if (place) walk.flyTo(wayTo(place), place.truncation ?? generator.truncation, place.chosen ?? 0);
    });
    const fileInput = document.getElementById("file");
    fileInput.addEventListener("change", () => {
        if (fileInput.files.length > 0) openFile(fileInput.files[0]).catch(report);
        fileInput.value = "";
    });
    addEventListener("dragover", event => event.preventDefault());
    addEventListener("drop", event => {
        event.preventDefault();
        const file = event.dataTransfer?.files[0];
        if (file) openFile(file).catch(report);
    });

    showProvider(ready);
    loading.hidden = true;
    document.body.classList.add("ready");

    let before = performance.now(), asked = null, moved = true;
    function frame(now) {
        const seconds = (now - before) / 1000;
        before = now;
        walk.advance(seconds, hands.read());
        const here = walk.here();
        if (!sameOrder(here, asked)) {
            asked = here;
            worker.ask(here);
        }

        // The address follows where the walk comes to rest, and who does not see the picture is told when it stands still.
        const moves = !walk.isResting || worker.isBusy;
        if (moves !== moved) {
            moved = moves;
            canvas.setAttribute("aria-busy", String(moves));
            if (!moves) writeHash();
        }

        picture.follow();
        panel.show(session.shown);
        requestAnimationFrame(frame);
    }

    requestAnimationFrame(frame);
}

function sameOrder(a, b) {
    return b !== null && a.truncation === b.truncation && a.seed === b.seed
        && a.c.every((weight, i) => weight === b.c[i]) && a.z.every((value, i) => value === b.z[i]);
}

/** What the walk, the link and the saved picture need to know, out of page.json. */
function describeGenerator(page) {
    return {
        name: page.name, app: page.app, sha256: page.model.sha256, step: page.model.step ?? null,
        checkpoint: page.model.checkpoint ?? null, weights: page.model.weights ?? null,
        zdim: page.latent.zdim, classes: page.latent.classes, truncation: page.latent.truncation,
        classNames: page.latent.classNames,
        directions: page.directions.map(d => ({ name: d.name, vector: fromBase64(d.vector), explainedVariance: d.explainedVariance, gain: d.gain })),
    };
}

// The preview is the picture of a seed that the exporter made: shown while the rest loads, and what a graphics processor must match.
async function preview(page, generator) {
    try {
        const response = await fetch(new URL(page.preview.file, base));
        if (!response.ok) return null;
        const { rgba, width, height } = await decode(new Uint8Array(await response.arrayBuffer()));
        if (width !== page.image.width || height !== page.image.height) return null;
        const psi = Math.fround(generator.truncation);
        return { rgba, z: latentOfSeed(BigInt(page.preview.seed), generator.zdim).map(value => psi * value) };
    } catch {
        return null;                                    // a page without its preview still works
    }
}

function placeOfAddress(generator) {
    try {
        return parsePlace(location.hash, generator);
    } catch (error) {
        return { problem: `The link ${error.message}` };
    }
}

async function loadJson(name) {
    let response;
    try {
        response = await fetch(new URL(name, base), { cache: "no-cache" });
    } catch (error) {
        throw Object.assign(new Error(`${name}: the connection failed (${error.message})`), { missing: name });
    }

    if (!response.ok) throw Object.assign(new Error(`${name}: the server answered ${response.status}`), { missing: name });
    return response.json();
}

function showProvider({ provider, milliseconds, reasons }) {
    document.getElementById("provider").textContent =
        `${provider === "webgpu" ? "WebGPU" : "WebAssembly"}, ${milliseconds.toFixed(1)} ms a picture${reasons.length > 0 ? ` (${reasons.join("; ")})` : ""}`;
}

const parts = new Map();
function showProgress({ what, loaded, total }) {
    parts.set(what, { loaded, total });
    let sum = 0, all = 0;
    for (const part of parts.values()) {
        sum += part.loaded;
        all += part.total;
    }

    const megabytes = bytes => (bytes / 1e6).toFixed(1);
    document.getElementById("loading-text").textContent = sum < all
        ? `Loading ${what === "model" ? "the generator" : "ONNX Runtime"}: ${megabytes(sum)} of ${megabytes(all)} MB`
        : "Starting";
    document.getElementById("loading-bar").value = sum / all;
}

function fail(error) {
    window.latentWalkFailed(error.missing
        ? `A file of this page is missing or incomplete. ${error.message}. Upload the whole folder again, then reload.`
        : `The generator could not be started: ${error.message}. Reload the page; if that does not help, try another browser.`);
}

const randomSeed = () => BigInt(crypto.getRandomValues(new Uint32Array(1))[0] % SEEDS);

const fileName = generator => generator.name + (generator.step === null ? "" : `-step${String(generator.step).padStart(6, "0")}`);

function stamp(date) {
    const two = number => String(number).padStart(2, "0");
    return `${date.getFullYear()}${two(date.getMonth() + 1)}${two(date.getDate())}-${two(date.getHours())}${two(date.getMinutes())}${two(date.getSeconds())}`;
}
