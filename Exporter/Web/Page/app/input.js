// Hands: keyboard, mouse, touch and gamepad become thrust, drags and commands.

const HELD = {
    KeyW: [0, 1], ArrowUp: [0, 1], KeyS: [0, -1], ArrowDown: [0, -1],
    KeyD: [1, 1], ArrowRight: [1, 1], KeyA: [1, -1], ArrowLeft: [1, -1],
    KeyE: [2, 1], KeyQ: [2, -1],
};

const PRESSED = {
    Space: "new", KeyZ: "undo", Backspace: "undo", KeyO: "drift", KeyP: "save", KeyL: "link",
    Equal: "more", NumpadAdd: "more", PageUp: "more", Minus: "less", NumpadSubtract: "less", PageDown: "less",
    BracketRight: "axes+", BracketLeft: "axes-", Period: "class+", Comma: "class-",
    KeyH: "help", F1: "help", KeyX: "axes", Escape: "close",
};

const PRECISE = "KeyC";                                 // not Ctrl as in the viewer: Ctrl+W would close the page
const BUTTONS = ["new", "undo", "save", "drift"];       // A B X Y of a standard gamepad
const DRAG_RADIANS = 1.2;                               // across the whole height of the picture
const DEAD_ZONE = 0.15;
const DOUBLE_TAP_MS = 320;
const STILL_PIXELS = 8;

export class Hands {
    #keys = new Set();
    #pointers = new Map();
    #buttons = [];
    #tap = 0;
    #held = [0, 0, 0];

    /** stage: where drags begin; side(): pixels of the picture's height. command(name), drag: {start, by(radians), end}. */
    constructor(stage, side, command, drag) {
        this.stage = stage;
        this.side = side;
        this.command = command;
        this.drag = drag;
        addEventListener("keydown", event => this.#keyDown(event));
        addEventListener("keyup", event => this.#keys.delete(event.code));
        addEventListener("blur", () => this.#letGo());
        document.addEventListener("visibilitychange", () => this.#letGo());
        stage.addEventListener("pointerdown", event => this.#pointerDown(event));
        stage.addEventListener("pointermove", event => this.#pointerMove(event));
        for (const end of ["pointerup", "pointercancel", "lostpointercapture"]) stage.addEventListener(end, event => this.#pointerUp(event));
        stage.addEventListener("contextmenu", event => event.preventDefault());
        stage.addEventListener("wheel", event => this.#wheel(event), { passive: false });
    }

    /** What a button on the page holds, along an axis (0 to 2); 0 lets go. */
    hold(axis, amount) { this.#held[axis] = amount; }

    /** What is held during this frame; also looks at gamepads, whose buttons become commands. */
    read() {
        const thrust = [...this.#held];
        for (const code of this.#keys) {
            const way = HELD[code];
            if (way) thrust[way[0]] += way[1];
        }

        let fast = this.#keys.has("ShiftLeft") || this.#keys.has("ShiftRight");
        let precise = this.#keys.has(PRECISE);
        for (const pad of navigator.getGamepads?.() ?? []) {
            if (!pad?.connected || pad.mapping !== "standard") continue;
            thrust[0] += stick(-pad.axes[1]) + pad.buttons[12].value - pad.buttons[13].value;
            thrust[1] += stick(pad.axes[0]) + pad.buttons[15].value - pad.buttons[14].value;
            thrust[2] += stick(-pad.axes[3]);
            precise ||= pad.buttons[4].pressed;
            fast ||= pad.buttons[5].pressed;
            BUTTONS.forEach((name, i) => {
                const now = pad.buttons[i].pressed;
                if (now && !this.#buttons[i]) this.command(name);
                this.#buttons[i] = now;
            });
        }

        return { thrust: thrust.map(t => Math.min(Math.max(t, -1), 1)), fast, precise };
    }

    #keyDown(event) {
        const target = event.target instanceof HTMLElement ? event.target : document.body;
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (target.closest("input, select, textarea, dialog") && event.code !== "Escape" && event.code !== "KeyH") return;
        if (target.closest("button, a") && (event.code === "Space" || event.code === "Enter")) return;
        const name = PRESSED[event.code];
        if (event.code in HELD || event.code === PRECISE || event.code.startsWith("Shift")) {
            this.#keys.add(event.code);
        } else if (name) {
            if (!event.repeat || name === "more" || name === "less") this.command(name === "save" && event.shiftKey ? "save-large" : name);
        } else {
            return;
        }

        if (!event.code.startsWith("Shift")) event.preventDefault();
    }

    #letGo() {
        this.#keys.clear();
        this.#held = [0, 0, 0];
        if (this.#pointers.size > 0) this.drag.end();
        this.#pointers.clear();
    }

    #pointerDown(event) {
        if (event.pointerType === "mouse" && event.button === 1) return;
        this.stage.setPointerCapture(event.pointerId);
        if (this.#pointers.size === 0) this.drag.start();
        this.#pointers.set(event.pointerId, { x: event.clientX, y: event.clientY, moved: 0, third: event.button === 2 });
    }

    // One finger or the left button flies forward and right; two fingers or the right button along the third axis.
    #pointerMove(event) {
        const pointer = this.#pointers.get(event.pointerId);
        if (!pointer) return;
        const x = event.clientX - pointer.x, y = event.clientY - pointer.y;
        pointer.x = event.clientX;
        pointer.y = event.clientY;
        pointer.moved += Math.abs(x) + Math.abs(y);
        const scale = DRAG_RADIANS / this.side();
        if (pointer.third) this.drag.by([0, 0, -y * scale]);
        else if (this.#pointers.size > 1) this.drag.by([0, 0, -y * scale / this.#pointers.size]);
        else this.drag.by([-y * scale, x * scale, 0]);
    }

    #pointerUp(event) {
        const pointer = this.#pointers.get(event.pointerId);
        if (!pointer) return;
        this.#pointers.delete(event.pointerId);
        if (this.#pointers.size > 0) return;
        this.drag.end();
        if (pointer.moved > STILL_PIXELS || pointer.third || event.type !== "pointerup") return;
        const twice = event.timeStamp - this.#tap < DOUBLE_TAP_MS;
        this.#tap = twice ? 0 : event.timeStamp;
        if (twice) this.command("new");
    }

    #wheel(event) {
        event.preventDefault();
        if (event.deltaY !== 0 && !event.ctrlKey) this.command(event.deltaY < 0 ? "more" : "less");
    }
}

const stick = x => Math.abs(x) < DEAD_ZONE ? 0 : (x - Math.sign(x) * DEAD_ZONE) / (1 - DEAD_ZONE);
