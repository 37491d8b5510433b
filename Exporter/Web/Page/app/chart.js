// The part of the latent space that one move can reach: the sphere through a place inside the span of that place and three
// directions. The walker's pose is four orthonormal vectors in it: where it stands, and which way each axis leads from there.

import { dot, length } from "./sphere.js";

const PARALLEL = 1e-3;          // a direction this close to the latent itself leads nowhere

export const START = [[1, 0, 0, 0], [0, 1, 0, 0], [0, 0, 1, 0], [0, 0, 0, 1]];

export class Chart {
    /** Headings are the tangent parts of the directions; coordinate axes fill in where there are fewer than three. */
    constructor(place, directions, previous = null, pose = START) {
        const zdim = place.z.length;
        this.place = place;
        this.radius = length(place.z);
        this.axes = [new Float64Array(zdim), new Float64Array(zdim), new Float64Array(zdim), new Float64Array(zdim)];
        if (this.radius > 0) for (let i = 0; i < zdim; i++) this.axes[0][i] = place.z[i] / this.radius;
        for (let heading = 1; heading <= 3; heading++) {
            let found = heading <= directions.length && this.#tryTangent(directions[heading - 1], heading);
            for (let fallback = 0; !found && fallback < zdim; fallback++) {
                const coordinate = new Float64Array(zdim);
                coordinate[fallback] = 1;
                found = this.#tryTangent(coordinate, heading);
            }
        }

        this.ways = [1, 2, 3].map(heading => length(this.axes[heading]) > 0 ? 1 : 0);

        // After a flight past a pole the way back stays the way back.
        if (previous && previous.axes[0].length === zdim) {
            for (let heading = 1; heading <= 3; heading++) {
                if (dot(this.axes[heading], previous.combine(pose[heading], 1)) < 0) {
                    this.axes[heading] = this.axes[heading].map(x => -x);
                }
            }
        }
    }

    /** The same headings, carried on: for a move that begins while the last one is still coasting. */
    static following(place, previous, pose) {
        return new Chart(place, [1, 2, 3].map(heading => previous.combine(pose[heading], 1)));
    }

    /** The latent at a pose; the place's own bits as long as the walker has not left it. */
    latent(pose) {
        const isStart = pose[0][0] === 1 && pose[0][1] === 0 && pose[0][2] === 0 && pose[0][3] === 0;
        return isStart ? Float32Array.from(this.place.z) : Float32Array.from(this.combine(pose[0], this.radius));
    }

    combine(weights, scale) {
        const result = new Float64Array(this.axes[0].length);
        for (let axis = 0; axis < 4; axis++) {
            const weight = weights[axis] * scale;
            if (weight !== 0) for (let i = 0; i < result.length; i++) result[i] += weight * this.axes[axis][i];
        }

        return result;
    }

    #tryTangent(direction, heading) {
        const tangent = Float64Array.from(direction);
        if (tangent.length !== this.axes[0].length) return false;
        const whole = length(tangent);
        for (let pass = 0; pass < 2; pass++) {      // twice: once leaves rounding behind when the parts nearly cancel
            for (let other = 0; other < heading; other++) {
                const along = dot(tangent, this.axes[other]);
                for (let i = 0; i < tangent.length; i++) tangent[i] -= along * this.axes[other][i];
            }
        }

        const left = length(tangent);
        if (!(left > PARALLEL * whole)) return false;
        this.axes[heading] = tangent.map(x => x / left);
        return true;
    }
}

/** Moves along the great circle that the radians (forward, right, third) point along; the headings are carried along. */
export function turn(pose, radians) {
    const way = Math.hypot(...radians);
    if (way === 0) return pose;
    const part = radians.map(x => x / way);
    const sine = Math.sin(way), cosine = Math.cos(way);
    const [position, ...headings] = pose;
    const towards = [0, 1, 2, 3].map(i => part[0] * headings[0][i] + part[1] * headings[1][i] + part[2] * headings[2][i]);
    const change = [0, 1, 2, 3].map(i => cosine * towards[i] - sine * position[i] - towards[i]);
    return straightened([
        position.map((x, i) => cosine * x + sine * towards[i]),
        ...headings.map((heading, axis) => heading.map((x, i) => x + part[axis] * change[i])),
    ]);
}

// Thousands of small turns would otherwise wear the right angles off.
function straightened(pose) {
    const result = [];
    for (const vector of pose) {
        const left = vector.slice();
        for (const other of result) {
            const along = dot(left, other);
            for (let i = 0; i < 4; i++) left[i] -= along * other[i];
        }

        const size = length(left);
        result.push(left.map(x => x / size));
    }

    return result;
}
