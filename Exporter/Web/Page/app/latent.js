// What a saved picture remembers: the JSON under "latentwalk" in a PNG, as shared/Imaging/PictureLatentJson writes and reads it.

const VERSION = 1;
const KNOWN = ["version", "model", "seed", "z", "c", "truncation", "step", "checkpoint", "weights", "app"];

/** Little-endian float32 in Base64. */
export function toBase64(floats) {
    const bytes = new Uint8Array(floats.length * 4);
    const view = new DataView(bytes.buffer);
    floats.forEach((value, i) => view.setFloat32(4 * i, value, true));
    let text = "";
    for (const byte of bytes) text += String.fromCharCode(byte);
    return btoa(text);
}

/** Throws an Error that says what is wrong. */
export function fromBase64(text) {
    let raw;
    try {
        raw = atob(text);
    } catch {
        throw new Error("the latent is not Base64 text");
    }

    if (raw.length === 0 || raw.length % 4 !== 0) throw new Error(`the latent has ${raw.length} bytes, expected a positive multiple of 4`);
    const view = new DataView(Uint8Array.from(raw, character => character.charCodeAt(0)).buffer);
    const floats = Float32Array.from({ length: raw.length / 4 }, (_, i) => view.getFloat32(4 * i, true));
    if (!floats.every(Number.isFinite)) throw new Error("the latent has values that are not finite");
    return floats;
}

/** The shortest decimal that is the same float32. */
export function shortest(value) {
    const single = Math.fround(value);
    for (let digits = 1; digits < 9; digits++) {
        const short = Number(single.toPrecision(digits));
        if (Math.fround(short) === single) return short;
    }

    return single;
}

/** generator: what page.json says of the model. shown: {z, seed, truncation, c}. */
export function describe(generator, shown) {
    const fields = [
        `"version":${VERSION}`,
        `"model":${JSON.stringify(generator.sha256)}`,
        shown.seed === null ? null : `"seed":${shown.seed}`,
        `"z":${JSON.stringify(toBase64(shown.z))}`,
        shown.c.length === 0 ? null : `"c":${JSON.stringify(toBase64(shown.c))}`,
        `"truncation":${shortest(shown.truncation)}`,
        generator.step == null ? null : `"step":${generator.step}`,
        generator.checkpoint == null ? null : `"checkpoint":${JSON.stringify(generator.checkpoint)}`,
        generator.checkpoint == null || generator.weights == null ? null : `"weights":${JSON.stringify(generator.weights)}`,
        `"app":${JSON.stringify(generator.app)}`,
    ];
    return `{${fields.filter(field => field !== null).join(",")}}`;
}

/** One line for people and for tools that show the text "parameters". */
export function parameters(generator, shown, width, height) {
    const step = generator.step == null ? "" : `Steps: ${generator.step}, `;
    const seed = shown.seed === null ? "" : `Seed: ${shown.seed}, `;
    return `${step}${seed}Truncation: ${shortest(shown.truncation)}, Size: ${width}x${height}, Model hash: ${generator.sha256.slice(0, 10)}`;
}

/** The text of a PNG → {model, seed: BigInt | null, z | null, c | null, truncation}; throws an Error that says what is wrong. */
export function parse(text) {
    let document;
    try {
        document = JSON.parse(text);
    } catch {
        throw new Error("its latent is not JSON");
    }

    if (typeof document !== "object" || document === null || document.version !== VERSION) throw new Error("its latent is of another version");
    const unknown = Object.keys(document).find(key => !KNOWN.includes(key));
    if (unknown !== undefined) throw new Error(`its latent has an unknown '${unknown}'`);
    if (!/^[0-9a-f]{64}$/i.test(document.model ?? "")) throw new Error("its latent names no generator");
    if (!Number.isFinite(document.truncation)) throw new Error("its latent has no truncation");

    // A seed may be longer than a double holds: its digits are read from the text.
    const digits = document.seed === undefined ? null : /"seed"\s*:\s*(\d{1,20})\s*[,}]/.exec(text)?.[1];
    if (document.z === undefined && digits == null) throw new Error("its latent has neither z nor seed");
    return {
        model: document.model.toLowerCase(),
        seed: digits == null ? null : BigInt(digits),
        z: document.z === undefined ? null : fromBase64(document.z),
        c: document.c === undefined ? null : fromBase64(document.c),
        truncation: document.truncation,
    };
}
