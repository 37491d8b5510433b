// Runs the generator, away from the thread that draws. Messages in: {open} once, then {run}. Out: progress, ready, picture, failed.

const RUNTIMES = {
    webgpu: { api: "ort.webgpu.min.js", loader: "ort-wasm-simd-threaded.asyncify.js", code: "ort-wasm-simd-threaded.asyncify.wasm" },
    wasm: { api: "ort.wasm.min.js", loader: "ort-wasm-simd-threaded.js", code: "ort-wasm-simd-threaded.wasm" },
};

// A graphics processor rounds differently. More than this is a wrong picture, not rounding.
const LARGEST_MEAN_DIFFERENCE = 1.5;

// Slower than this on a graphics processor, the other one is worth a try.
const SLOW_MILLISECONDS = 100;

const PROVIDERS = ["webgpu", "wasm"];

let page, ort, session, expected;
let open_ = null;               // { name, model, base, reasons } of what runs

self.onmessage = async ({ data }) => {
    try {
        if (data.open) await open(data.open);
        else if (data.run) await run(data.run);
    } catch (error) {
        self.postMessage({ failed: { id: data.run?.id ?? null, text: textOf(error), missing: error.missing ?? null } });
    }
};

/** document: page.json; base: the page's address; expected: the preview's pixels and latent, to check a graphics processor with. */
async function open({ document, base, expected: preview, provider }) {
    page = document;
    expected = preview;
    const model = await load(new URL(page.model.file, base), "model", page.model.bytes);
    const reasons = [];
    const tried = PROVIDERS.includes(provider) ? [provider] : await hasGpu(reasons) ? PROVIDERS : ["wasm"];
    for (const name of tried) {
        let failure = null, milliseconds;
        try {
            await start(name, model, base);
            milliseconds = await warmUp(name);
            if (milliseconds > SLOW_MILLISECONDS && name !== tried.at(-1)) failure = `${milliseconds.toFixed(0)} ms a picture`;
        } catch (error) {
            if (name === tried.at(-1)) throw error;
            failure = textOf(error);
        }

        if (failure === null) {
            open_ = { name, model, base, reasons };
            self.postMessage({ ready: { provider: name, milliseconds, reasons } });
            return;
        }

        reasons.push(`WebGPU: ${failure}`);
        await session?.release().catch(() => { });
        session = undefined;
    }
}

async function hasGpu(reasons) {
    if (!self.navigator.gpu) {
        reasons.push("WebGPU: this browser has none" + (self.isSecureContext ? "" : " for pages without https"));
        return false;
    }

    const adapter = await self.navigator.gpu.requestAdapter().catch(() => null);
    const isSoftware = adapter?.info?.isFallbackAdapter ?? adapter?.isFallbackAdapter ?? false;
    if (!adapter) reasons.push("WebGPU: there is no graphics adapter");
    else if (isSoftware) reasons.push("WebGPU: the graphics adapter is software");
    return adapter !== null && !isSoftware;
}

async function start(name, model, base) {
    const files = RUNTIMES[name];
    const runtime = new URL("runtime/", base);
    const binary = await load(new URL(files.code, runtime), "runtime", page.runtime.bytes[files.code]);
    try {
        ort = await import(new URL(files.api, runtime).href);
    } catch (error) {
        throw missing(`runtime/${files.api}`, error.message);
    }

    ort.env.wasm.wasmBinary = binary;
    ort.env.wasm.wasmPaths = { mjs: new URL(files.loader, runtime).href };
    ort.env.wasm.numThreads = self.crossOriginIsolated ? Math.min(4, Math.max(1, self.navigator.hardwareConcurrency >> 1)) : 1;
    ort.env.logLevel = "error";
    session = await ort.InferenceSession.create(model, { executionProviders: [name], graphOptimizationLevel: "all", logSeverityLevel: 3 });
}

// The first run of a provider compiles; the second one is what flying feels like.
async function warmUp(name) {
    const z = new Float32Array(page.latent.zdim).map((_, i) => expected?.z[i] ?? 0);
    const c = Float32Array.from({ length: page.latent.classes }, (_, i) => i === 0 ? 1 : 0);
    const rgba = await generate(z, c);
    if (expected && name !== "wasm") {
        let sum = 0;
        for (let i = 0; i < rgba.length; i++) sum += Math.abs(rgba[i] - expected.rgba[i]);
        const mean = sum / rgba.length;
        if (!(mean <= LARGEST_MEAN_DIFFERENCE)) throw new Error(`its picture differs by ${mean.toFixed(1)} levels on average from the expected one`);
    }

    const begun = performance.now();
    await generate(z, c);
    return performance.now() - begun;
}

async function run({ id, z, c }) {
    const begun = performance.now();
    let rgba;
    try {
        rgba = await generate(z, c);
    } catch (error) {
        if (open_.name === "wasm") throw error;
        await fallBack(error);
        rgba = await generate(z, c);
    }

    self.postMessage({ picture: { id, rgba, milliseconds: performance.now() - begun } }, [rgba.buffer]);
}

// A graphics processor can be lost at any time: a phone that slept, a driver that was updated.
async function fallBack(error) {
    const { model, base, reasons } = open_;
    reasons.push(`WebGPU: ${textOf(error)}`);
    session = undefined;
    await start("wasm", model, base);
    open_ = { name: "wasm", model, base, reasons };
    self.postMessage({ changed: { provider: "wasm", milliseconds: await warmUp("wasm"), reasons } });
}

async function generate(z, c) {
    const { latent, image } = page;
    const batch = image.batch ?? 1;
    const feeds = { [latent.input]: new ort.Tensor("float32", repeated(z, batch), latent.rank === 2 ? [batch, z.length] : [batch, z.length, 1, 1]) };
    if (latent.condition) feeds[latent.condition] = new ort.Tensor("float32", repeated(c, batch), [batch, c.length]);
    const output = (await session.run(feeds, [image.output]))[image.output];
    const rgba = toRgba(output.data, image);
    output.dispose();
    return rgba;
}

function repeated(values, count) {
    const result = new Float32Array(values.length * count);
    for (let i = 0; i < count; i++) result.set(values, i * values.length);
    return result;
}

// The first picture of a batch → uint8 [H, W, 4]; halves round to even, what is not a number becomes 0.
function toRgba(values, { width, height, channels, order, range }) {
    const pixels = width * height;
    const rgba = new Uint8ClampedArray(pixels * 4);
    const pixelStride = order === "planar" ? 1 : channels, channelStride = order === "planar" ? pixels : 1;
    const [offset, scale] = range === "signed" ? [1, 127.5] : [0, 255];
    const level = range === "levels"
        ? at => values[at]
        : at => roundToEven(Math.fround(Math.fround(values[at] + offset) * scale));
    for (let i = 0; i < pixels; i++) {
        const at = i * pixelStride;
        for (let c = 0; c < 3; c++) rgba[4 * i + c] = level(at + (channels === 1 ? 0 : c * channelStride));
        rgba[4 * i + 3] = channels === 4 ? level(at + 3 * channelStride) : 255;
    }

    return rgba;
}

function roundToEven(x) {
    const floor = Math.floor(x);
    const rest = x - floor;
    return rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
}

async function load(url, what, bytes) {
    const name = decodeURI(url.pathname.split("/").at(-1));
    let response;
    try {
        response = await fetch(url);
    } catch (error) {
        throw missing(name, `the connection failed (${error.message})`);
    }

    if (!response.ok) throw missing(name, `the server answered ${response.status}`);
    const parts = new Uint8Array(bytes);
    let loaded = 0;
    const reader = response.body.getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        if (loaded + value.length > bytes) throw missing(name, `it has more than the ${bytes} bytes expected`);
        parts.set(value, loaded);
        loaded += value.length;
        self.postMessage({ progress: { what, loaded, total: bytes } });
    }

    if (loaded !== bytes) throw missing(name, `it has ${loaded} bytes, expected ${bytes}`);
    return parts;
}

function missing(name, reason) {
    const error = new Error(`${name}: ${reason}`);
    error.missing = name;
    return error;
}

const textOf = error => error instanceof Error ? error.message : String(error);
