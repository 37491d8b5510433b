// Great-circle geometry. A latent of many dimensions lies close to the sphere of radius sqrt(zdim); a walk stays on its sphere.

const TINY = 1e-12;

export function dot(a, b) {
    let sum = 0;
    for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
    return sum;
}

export const length = a => Math.sqrt(dot(a, a));

/** Between two latents as seen from the centre, in radians; exact at 0 and π, where the arc cosine is not. */
export function angle(a, b) {
    const lengthA = length(a), lengthB = length(b);
    if (lengthA < TINY || lengthB < TINY) return 0;
    let difference = 0, sum = 0;
    for (let i = 0; i < a.length; i++) {
        const u = a[i] / lengthA, v = b[i] / lengthB;
        difference += (u - v) ** 2;
        sum += (u + v) ** 2;
    }

    return 2 * Math.atan2(Math.sqrt(difference), Math.sqrt(sum));
}

/** The point at t on the shorter great circle from a (t = 0) to b (t = 1); the radius runs linearly between theirs. */
export function slerp(a, b, t) {
    if (t === 0 || t === 1) return Float32Array.from(t === 0 ? a : b);
    const lengthA = length(a), lengthB = length(b);
    const way = angle(a, b), sine = Math.sin(way);
    const result = new Float32Array(a.length);
    if (lengthA < TINY || lengthB < TINY || (sine < 1e-6 && way < 1)) {
        for (let i = 0; i < a.length; i++) result[i] = a[i] * (1 - t) + b[i] * t;
        return result;
    }

    const radius = lengthA * (1 - t) + lengthB * t;
    if (sine < 1e-6) return halfTurn(a, lengthA, radius, t);
    const weightA = radius * Math.sin((1 - t) * way) / (sine * lengthA);
    const weightB = radius * Math.sin(t * way) / (sine * lengthB);
    for (let i = 0; i < a.length; i++) result[i] = weightA * a[i] + weightB * b[i];
    return result;
}

// Opposite points have no shorter way: one is chosen, always the same, through the axis that a leans on least.
function halfTurn(a, lengthA, radius, t) {
    let axis = 0;
    for (let i = 1; i < a.length; i++) if (Math.abs(a[i]) < Math.abs(a[axis])) axis = i;
    const along = a[axis] / lengthA;
    const across = Math.sqrt(1 - along * along);
    const result = new Float32Array(a.length);
    for (let i = 0; i < a.length; i++) {
        const unit = a[i] / lengthA;
        const tangent = across < TINY ? 0 : ((i === axis ? 1 : 0) - along * unit) / across;
        result[i] = radius * (Math.cos(Math.PI * t) * unit + Math.sin(Math.PI * t) * tangent);
    }

    return result;
}
