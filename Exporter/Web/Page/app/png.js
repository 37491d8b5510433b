// PNG with text, written and read without a canvas: a canvas may change levels (alpha, colour profiles, privacy settings).

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const LARGEST_SIDE = 1 << 14;
const LARGEST_TEXT = 1 << 24;

const CRC = Uint32Array.from({ length: 256 }, (_, n) => {
    for (let bit = 0; bit < 8; bit++) n = n & 1 ? 0xEDB88320 ^ (n >>> 1) : n >>> 1;
    return n >>> 0;
});

function crc32(bytes) {
    let crc = 0xffffffff;
    for (const byte of bytes) crc = CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8);
    return (crc ^ 0xffffffff) >>> 0;
}

const latin1 = text => Uint8Array.from(text, character => character.charCodeAt(0));

/**
 * rgba: uint8 [height, width, 4]; without alpha it is written as RGB. texts: [{keyword, text, utf8}] in order.
 * Resolves to the bytes of the file.
 */
export async function encode(rgba, width, height, texts = []) {
    let opaque = true;
    for (let i = 3; i < rgba.length; i += 4) opaque &&= rgba[i] === 255;
    const channels = opaque ? 3 : 4;
    const header = new Uint8Array(13);
    const view = new DataView(header.buffer);
    view.setUint32(0, width);
    view.setUint32(4, height);
    header.set([8, opaque ? 2 : 6], 8);

    const chunks = [chunk("IHDR", header)];
    for (const { keyword, text, utf8 } of texts) {
        chunks.push(utf8
            ? chunk("iTXt", join([latin1(`${keyword}\0\0\0en\0\0`), new TextEncoder().encode(text)]))
            : chunk("tEXt", latin1(`${keyword}\0${text}`)));
    }

    chunks.push(chunk("IDAT", await pipe(filtered(rgba, width, height, channels), new CompressionStream("deflate"))));
    chunks.push(chunk("IEND", new Uint8Array(0)));
    return join([Uint8Array.from(SIGNATURE), ...chunks]);
}

/** The texts of a PNG by keyword, from tEXt, zTXt and iTXt; throws an Error that says what is wrong. */
export async function readTexts(bytes) {
    const texts = new Map();
    for (const { type, data } of chunksOf(bytes)) {
        if (type !== "tEXt" && type !== "zTXt" && type !== "iTXt") continue;
        const end = data.indexOf(0);
        if (end < 1) continue;
        const keyword = String.fromCharCode(...data.subarray(0, end));
        if (texts.has(keyword)) continue;
        if (type === "tEXt") {
            texts.set(keyword, new TextDecoder("latin1").decode(data.subarray(end + 1)));
        } else if (type === "zTXt") {
            texts.set(keyword, new TextDecoder("latin1").decode(await inflate(data.subarray(end + 2))));
        } else {
            const language = data.indexOf(0, end + 3), translated = data.indexOf(0, language + 1);
            if (language < 0 || translated < 0) continue;
            const body = data.subarray(translated + 1);
            texts.set(keyword, new TextDecoder("utf-8").decode(data[end + 1] === 1 ? await inflate(body) : body));
        }
    }

    return texts;
}

/** {rgba, width, height} of an 8-bit RGB or RGBA PNG that is not interlaced, as this project writes them. */
export async function decode(bytes) {
    const chunks = [...chunksOf(bytes)];
    const header = chunks[0]?.data;
    if (chunks[0]?.type !== "IHDR" || header.length !== 13) throw new Error("it has no PNG header");
    const view = new DataView(header.buffer, header.byteOffset, 13);
    const width = view.getUint32(0), height = view.getUint32(4);
    const channels = header[9] === 2 ? 3 : header[9] === 6 ? 4 : 0;
    if (channels === 0 || header[8] !== 8 || header[12] !== 0 || !(width * height > 0) || Math.max(width, height) > LARGEST_SIDE) {
        throw new Error("it is a PNG of a kind that is not read here");
    }

    const packed = join(chunks.filter(c => c.type === "IDAT").map(c => c.data));
    const rows = await pipe(packed, new DecompressionStream("deflate"), height * (1 + width * channels));
    if (rows.length !== height * (1 + width * channels)) throw new Error("its pixels are incomplete");
    return { rgba: unfiltered(rows, width, height, channels), width, height };
}

function* chunksOf(bytes) {
    if (SIGNATURE.some((byte, i) => bytes[i] !== byte)) throw new Error("it is not a PNG");
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = 8; at + 12 <= bytes.length;) {
        const size = view.getUint32(at);
        if (size > bytes.length - at - 12) throw new Error("it ends early");
        const body = bytes.subarray(at + 4, at + 8 + size);
        if (crc32(body) !== view.getUint32(at + 8 + size)) throw new Error("it is damaged");
        const type = String.fromCharCode(...body.subarray(0, 4));
        yield { type, data: body.subarray(4) };
        if (type === "IEND") return;
        at += 12 + size;
    }

    throw new Error("it ends early");
}

function chunk(type, data) {
    const bytes = new Uint8Array(12 + data.length);
    const view = new DataView(bytes.buffer);
    view.setUint32(0, data.length);
    bytes.set(latin1(type), 4);
    bytes.set(data, 8);
    view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
    return bytes;
}

function join(parts) {
    const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
        bytes.set(part, at);
        at += part.length;
    }

    return bytes;
}

const inflate = bytes => pipe(bytes, new DecompressionStream("deflate"), LARGEST_TEXT);

async function pipe(bytes, stream, limit = Infinity) {
    const parts = [];
    let size = 0;
    const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
    for (;;) {
        const { done, value } = await reader.read();
        if (done) return join(parts);
        size += value.length;
        if (size > limit) {
            await reader.cancel();
            throw new Error("it unpacks to more than it says");
        }

        parts.push(value);
    }
}

function paeth(left, up, corner) {
    const estimate = left + up - corner;
    const byLeft = Math.abs(estimate - left), byUp = Math.abs(estimate - up), byCorner = Math.abs(estimate - corner);
    return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner;
}

const FILTERS = [
    () => 0,
    left => left,
    (left, up) => up,
    (left, up) => (left + up) >> 1,
    paeth,
];

// Each row by the filter whose differences are smallest in sum.
function filtered(rgba, width, height, channels) {
    const rowBytes = width * channels;
    const result = new Uint8Array(height * (1 + rowBytes));
    let above = new Uint8Array(rowBytes), row = new Uint8Array(rowBytes);
    const attempt = new Uint8Array(rowBytes);
    for (let y = 0; y < height; y++) {
        for (let x = 0; x < width; x++) {
            for (let c = 0; c < channels; c++) row[x * channels + c] = rgba[4 * (y * width + x) + c];
        }

        let best = Infinity;
        FILTERS.forEach((predict, filter) => {
            let sum = 0;
            for (let i = 0; i < rowBytes; i++) {
                const left = i < channels ? 0 : row[i - channels], corner = i < channels ? 0 : above[i - channels];
                attempt[i] = row[i] - predict(left, above[i], corner);
                sum += attempt[i] < 128 ? attempt[i] : 256 - attempt[i];
            }

            if (sum < best) {
                best = sum;
                result[y * (1 + rowBytes)] = filter;
                result.set(attempt, y * (1 + rowBytes) + 1);
            }
        });
        [above, row] = [row, above];
    }

    return result;
}

function unfiltered(rows, width, height, channels) {
    const rowBytes = width * channels;
    const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
    let above = new Uint8Array(rowBytes), row = new Uint8Array(rowBytes);
    for (let y = 0; y < height; y++) {
        const start = y * (1 + rowBytes);
        const predict = FILTERS[rows[start]];
        if (!predict) throw new Error("its pixels are damaged");
        for (let i = 0; i < rowBytes; i++) {
            const left = i < channels ? 0 : row[i - channels], corner = i < channels ? 0 : above[i - channels];
            row[i] = rows[start + 1 + i] + predict(left, above[i], corner);
        }

        for (let x = 0; x < width; x++) {
            for (let c = 0; c < channels; c++) rgba[4 * (y * width + x) + c] = row[x * channels + c];
        }

        [above, row] = [row, above];
    }

    return rgba;
}
