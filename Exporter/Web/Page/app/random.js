// What a seed means: Philox4x32-10 (Salmon, Moraes, Dror and Shaw, SC 2011) and Box-Muller, as Latent.FromSeed has it.
// Logarithm, sine and cosine are made of additions, multiplications and divisions only, so every browser gives the same bits.

const WORD = 2 ** -32;
const LN2 = 0.693147180559945309417;
const SQRT2 = 1.41421356237309504880;
const HALF_PI = 1.57079632679489661923;
const LATENT_PURPOSE = 0;

const view = new DataView(new ArrayBuffer(8));

// The upper 32 bits of a product of two 32-bit words.
function multiplyHigh(a, b) {
    const aLow = a & 0xffff, aHigh = a >>> 16, bLow = b & 0xffff, bHigh = b >>> 16;
    const cross1 = aLow * bHigh, cross2 = aHigh * bLow;
    const middle = ((aLow * bLow) >>> 16) + (cross1 & 0xffff) + (cross2 & 0xffff);
    return (aHigh * bHigh + (cross1 >>> 16) + (cross2 >>> 16) + (middle >>> 16)) >>> 0;
}

/** The four words of a 64-bit key (two words, low first) and a 128-bit counter. */
export function philox(keyLow, keyHigh, c0, c1, c2, c3) {
    let k0 = keyLow >>> 0, k1 = keyHigh >>> 0;
    for (let round = 0; round < 10; round++) {
        const high0 = multiplyHigh(0xD2511F53, c0), low0 = Math.imul(0xD2511F53, c0) >>> 0;
        const high1 = multiplyHigh(0xCD9E8D57, c2), low1 = Math.imul(0xCD9E8D57, c2) >>> 0;
        c0 = (high1 ^ c1 ^ k0) >>> 0;
        c1 = low1;
        c2 = (high0 ^ c3 ^ k1) >>> 0;
        c3 = low0;
        k0 = (k0 + 0x9E3779B9) >>> 0;
        k1 = (k1 + 0xBB67AE85) >>> 0;
    }

    return [c0, c1, c2, c3];
}

/** Natural logarithm of a positive, normal number. */
export function stableLog(x) {
    view.setFloat64(0, x);
    const high = view.getUint32(0);
    let exponent = (high >>> 20) - 1023;
    view.setUint32(0, (high & 0x000fffff) | 0x3ff00000);
    let mantissa = view.getFloat64(0);
    if (mantissa > SQRT2) {
        mantissa *= 0.5;
        exponent++;
    }

    const s = (mantissa - 1) / (mantissa + 1);
    const q = s * s;
    let sum = 1 / 23;
    for (let n = 21; n >= 1; n -= 2) {
        sum = (sum * q) + (1 / n);
    }

    return (exponent * LN2) + (2 * s * sum);
}

/** [sine, cosine] of an angle counted in full turns. */
export function stableSinCos(turns) {
    turns -= Math.floor(turns);
    const quadrant = Math.floor((turns * 4) + 0.5);
    const x = ((turns * 4) - quadrant) * HALF_PI;
    const q = x * x;
    const sin = x * (1 + (q * ((-1 / 6) + (q * ((1 / 120) + (q * ((-1 / 5040) + (q * ((1 / 362880)
        + (q * ((-1 / 39916800) + (q * ((1 / 6227020800) + (q * (-1 / 1307674368000)))))))))))))));
    const cos = 1 + (q * (-0.5 + (q * ((1 / 24) + (q * ((-1 / 720) + (q * ((1 / 40320) + (q * ((-1 / 3628800)
        + (q * ((1 / 479001600) + (q * ((-1 / 87178291200) + (q * (1 / 20922789888000))))))))))))))));
    switch (quadrant & 3) {
        case 0: return [sin, cos];
        case 1: return [cos, -sin];
        case 2: return [-sin, -cos];
        default: return [-cos, sin];
    }
}

/** The latent of a seed (a BigInt or a whole number): float32 [zdim] from N(0, 1). */
export function latentOfSeed(seed, zdim) {
    const key = BigInt.asUintN(64, BigInt(seed));
    const keyLow = Number(key & 0xffffffffn), keyHigh = Number(key >> 32n);
    const z = new Float32Array(zdim);
    for (let i = 0; i < zdim; i += 4) {
        const words = philox(keyLow, keyHigh, i / 4, LATENT_PURPOSE, 0, 0);
        for (let pair = 0; pair < 2; pair++) {
            const radius = Math.sqrt(-2 * stableLog((words[2 * pair] + 0.5) * WORD));
            const [sin, cos] = stableSinCos(words[2 * pair + 1] * WORD);
            const at = i + 2 * pair;
            if (at < zdim) z[at] = radius * cos;
            if (at + 1 < zdim) z[at + 1] = radius * sin;
        }
    }

    return z;
}
