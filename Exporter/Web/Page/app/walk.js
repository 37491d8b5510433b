// The walk: where the walker stands, how it moves, and the way back. No clock, no screen, no files: input and seconds in, latents out.

import { Chart, START, turn } from "./chart.js";
import { latentOfSeed } from "./random.js";
import { angle, slerp } from "./sphere.js";

// Radians, seconds and rates as in the viewer, so that a generator feels the same in both.
const SPEED = 0.5, FAST = 3, PRECISE = 0.2;
const ACCELERATION = 9, DAMPING = 4.5, REST_SPEED = 0.004;
const HAND_FOLLOW = 20, LARGEST_THROW = 4;
const JOURNEY_SPEED = 1.1, DRIFT_SPEED = 0.55, SHORTEST_JOURNEY = 0.5, BACK_SECONDS = 0.3;
const EASE = 14;
const LONGEST_FRAME = 0.25;
const LONGEST_HISTORY = 500;
export const LARGEST_TRUNCATION = 1.5;
export const IDLE = { thrust: [0, 0, 0], fast: false, precise: false };

export class Walk {
    #velocity = [0, 0, 0];
    #dragged = [0, 0, 0];
    #journey = null;
    #steering = false;
    #pose = START;
    #history = [];

    /** model: zdim, directions [{vector, gain}], classes, truncation. draw(): a seed for the next new face. */
    constructor(model, seed, draw) {
        this.model = model;
        this.draw = draw;
        this.axes = [0, 1, 2];
        this.drifting = false;
        this.dragging = false;
        this.truncation = this.goal = model.truncation;
        this.chosen = 0;
        this.weights = oneClass(model.classes, 0);
        this.#standAt({ z: latentOfSeed(seed, model.zdim), seed: BigInt(seed) });
    }

    get canUndo() { return this.#history.length > 0; }

    /** Nothing moves, and nothing is about to. */
    get isResting() {
        return !this.#journey && !this.dragging && this.#velocity.every(v => v === 0)
            && this.truncation === this.goal && this.weights.every((w, i) => w === (i === this.chosen ? 1 : 0));
    }

    /** What to draw: z before truncation, its seed where it stands exactly on one, truncation and class weights. */
    here() {
        const place = this.#here();
        return { z: place.z, seed: place.seed ?? null, truncation: this.truncation, c: Float32Array.from(this.weights) };
    }

    /** Time passes: held keys, the hand on the picture, journeys, and what eases. */
    advance(seconds, input) {
        seconds = Math.min(Math.max(seconds, 0), LONGEST_FRAME);
        if (seconds === 0) return;
        const steering = input.thrust.some(t => t !== 0);
        if (this.dragging) {
            this.#followHand(seconds);
        } else {
            if (steering && !this.#steering) this.#begin();
            if (this.#journey) this.#ride(seconds, input);
            else this.#fly(seconds, input, steering);
        }

        this.#steering = steering && !this.dragging;
        this.#ease(seconds);
    }

    newFace() { this.flyTo(this.#faceOf(this.draw())); }

    toggleDrift() {
        if (this.drifting) return this.stop();
        this.#depart(this.#faceOf(this.draw()), DRIFT_SPEED);
        this.drifting = true;
    }

    /** Flies to a place: {z, seed?}, and to its truncation and class where they are given. */
    flyTo(place, truncation = null, chosen = null) {
        this.#depart({ z: Float32Array.from(place.z), seed: place.seed ?? null }, JOURNEY_SPEED);
        if (truncation !== null) this.goal = clampTruncation(truncation);
        if (chosen !== null) this.chosen = chosen;
    }

    /** Stands at a place at once, as after opening a link. */
    jumpTo(place, truncation, chosen) {
        this.#standAt({ z: Float32Array.from(place.z), seed: place.seed ?? null });
        this.truncation = this.goal = clampTruncation(truncation ?? this.goal);
        this.chosen = chosen ?? this.chosen;
        this.weights = oneClass(this.model.classes, this.chosen);
        this.#history = [];
    }

    undo() {
        while (this.isResting && this.#isHere(this.#history.at(-1))) this.#history.pop();
        const last = this.#history.pop();
        if (!last) return;
        const from = this.#here();
        this.#standAt(from);
        this.goal = last.truncation;
        this.chosen = last.chosen;
        this.#journey = { from, to: last.place, seconds: BACK_SECONDS, elapsed: 0 };
    }

    stop() { this.#standAt(this.#here()); }

    setTruncation(goal) {
        goal = clampTruncation(goal);
        if (goal === this.goal) return;
        if (this.isResting) this.#remember();
        this.goal = goal;
    }

    setClass(chosen) {
        if (chosen === this.chosen || chosen < 0 || chosen >= this.model.classes) return;
        this.stop();
        this.#remember();
        this.chosen = chosen;
    }

    /** Which of the directions forward, right and third follow. */
    setAxes(axes) {
        this.axes = axes;
        const place = this.#here();
        this.#standAt(place);
        this.#chart = new Chart(place, this.#headings());
    }

    /** The next three (or the three before) of the directions. */
    shiftAxes(by) {
        const count = this.model.directions.length;
        if (count > 3) this.setAxes(this.axes.map(axis => (((axis + by) % count) + count) % count));
    }

    dragStart() {
        this.#begin();
        this.dragging = true;
        this.#velocity = [0, 0, 0];
    }

    dragBy(radians) {
        if (!this.dragging) return;
        const possible = radians.map((r, axis) => r * this.#chart.ways[axis] * this.#gain(axis));
        this.#pose = turn(this.#pose, possible);
        this.#dragged = this.#dragged.map((d, axis) => d + possible[axis]);
    }

    dragEnd() {
        this.dragging = false;
        this.#dragged = [0, 0, 0];
    }

    #chart;

    #here() {
        if (this.#journey) return { z: journeyLatent(this.#journey, this.drifting) };
        const z = this.#chart.latent(this.#pose);
        return this.#pose === START ? this.#chart.place : { z };
    }

    #headings() {
        return this.axes.filter(axis => axis < this.model.directions.length).map(axis => this.model.directions[axis].vector);
    }

    #gain(axis) { return this.model.directions[this.axes[axis]]?.gain ?? 1; }

    #faceOf(seed) { return { z: latentOfSeed(seed, this.model.zdim), seed: BigInt(seed) }; }

    // A new free flight: the place goes into the history and becomes the origin of a new chart.
    #begin() {
        this.#remember();
        const place = this.#here();
        const coasting = !this.#journey && this.#velocity.some(v => v !== 0);
        this.#chart = coasting
            ? Chart.following(place, this.#chart, this.#pose)
            : new Chart(place, this.#headings(), this.#chart, this.#pose);
        if (!coasting) this.#velocity = [0, 0, 0];
        this.#pose = START;
        this.#journey = null;
        this.drifting = false;
    }

    #remember() {
        const place = this.#here();
        if (this.#isHere(this.#history.at(-1))) return;
        this.#history.push({ place, truncation: this.goal, chosen: this.chosen });
        if (this.#history.length > LONGEST_HISTORY) this.#history.shift();
    }

    // Where nothing has changed since there is nothing to take back.
    #isHere(entry) {
        return entry !== undefined && this.#pose === START && entry.place === this.#chart.place
            && entry.truncation === this.goal && entry.chosen === this.chosen;
    }

    #depart(to, speed) {
        this.#remember();
        const from = this.#here();
        this.#standAt(from);
        this.#journey = { from, to, seconds: Math.max(angle(from.z, to.z) / speed, SHORTEST_JOURNEY), elapsed: 0 };
    }

    #standAt(place) {
        this.#chart = new Chart(place, this.#headings(), this.#chart, this.#pose);
        this.#pose = START;
        this.#velocity = [0, 0, 0];
        this.#dragged = [0, 0, 0];
        this.#journey = null;
        this.dragging = false;
        this.drifting = false;
    }

    // The velocity relaxes exponentially towards what the thrust asks for; the way covered is that curve's exact integral,
    // so the rate of the screen does not change where a flight leads.
    #fly(seconds, input, steering) {
        if (!steering && this.#velocity.every(v => v === 0)) return;
        const size = Math.hypot(...input.thrust);
        const target = input.thrust.map((t, axis) =>
            t / Math.max(size, 1) * this.#chart.ways[axis] * this.#gain(axis) * SPEED * speedFactor(input));
        const rate = steering ? ACCELERATION : DAMPING;
        const kept = Math.exp(-rate * seconds);
        const excess = this.#velocity.map((v, axis) => v - target[axis]);
        this.#pose = turn(this.#pose, target.map((t, axis) => t * seconds + excess[axis] * ((1 - kept) / rate)));
        this.#velocity = target.map((t, axis) => t + excess[axis] * kept);
        if (!steering && Math.hypot(...this.#velocity) < REST_SPEED) this.#velocity = [0, 0, 0];
    }

    // The pose already follows the hand; only its speed is learnt here, for when it lets go.
    #followHand(seconds) {
        const follow = 1 - Math.exp(-HAND_FOLLOW * seconds);
        let velocity = this.#velocity.map((v, axis) => v + (this.#dragged[axis] / seconds - v) * follow);
        const size = Math.hypot(...velocity);
        if (size > LARGEST_THROW) velocity = velocity.map(v => v * LARGEST_THROW / size);
        this.#velocity = velocity;
        this.#dragged = [0, 0, 0];
    }

    #ride(seconds, input) {
        this.#journey.elapsed += seconds * speedFactor(input);
        if (this.#journey.elapsed < this.#journey.seconds) return;
        const drifting = this.drifting;
        this.#standAt(this.#journey.to);
        if (drifting) this.toggleDrift();
    }

    #ease(seconds) {
        const part = 1 - Math.exp(-EASE * seconds);
        this.truncation = approach(this.truncation, this.goal, part);
        this.weights = this.weights.map((w, i) => approach(w, i === this.chosen ? 1 : 0, part));
    }
}

function journeyLatent(journey, drifting) {
    const t = Math.min(Math.max(journey.elapsed / journey.seconds, 0), 1);
    return slerp(journey.from.z, journey.to.z, drifting ? t * t * (3 - 2 * t) : t * t * t * (t * (6 * t - 15) + 10));
}

const approach = (value, goal, part) => Math.abs(goal - value) < 0.002 ? goal : value + (goal - value) * part;

const speedFactor = input => (input.fast ? FAST : 1) * (input.precise ? PRECISE : 1);

const clampTruncation = goal => Math.round(Math.min(Math.max(goal, 0), LARGEST_TRUNCATION) * 1000) / 1000;

const oneClass = (classes, chosen) => Array.from({ length: classes }, (_, i) => i === chosen ? 1 : 0);
