// The generator as the page sees it: ask for the newest picture, get pictures. At most one is being made; of those asked for
// meanwhile only the newest is made next.

export class Generator {
    #worker;
    #waiting = null;
    #busy = false;
    #next = 1;
    #asked = new Map();
    #settle;

    /**
     * shown(picture, order): a picture was made. failed(text): one was not. progress({what, loaded, total}).
     * changed({provider, milliseconds, reasons}): another processor has taken over.
     */
    constructor({ shown, failed, progress, changed }) {
        this.shown = shown;
        this.failed = failed;
        this.progress = progress;
        this.changed = changed;
        this.milliseconds = 0;
    }

    /** Resolves to {provider, milliseconds, reasons}; rejects with an Error whose `missing` names a file. */
    open(request) {
        this.#worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
        return new Promise((resolve, reject) => {
            this.#settle = { resolve, reject };
            this.#worker.onmessage = ({ data }) => this.#receive(data);
            this.#worker.onerror = event => reject(new Error(event.message || "its worker could not be started (app/worker.js)"));
            this.#worker.postMessage({ open: request });
        });
    }

    /** order: {z, c, truncation, …}; what is drawn is truncation · z. The same order comes back with its picture. */
    ask(order) {
        this.#waiting = order;
        this.#send();
    }

    get isBusy() { return this.#busy; }

    #send() {
        if (this.#busy || !this.#waiting) return;
        const order = this.#waiting;
        const id = this.#next++;
        this.#waiting = null;
        this.#busy = true;
        this.#asked.set(id, order);
        const psi = Math.fround(order.truncation);
        this.#worker.postMessage({ run: { id, z: order.z.map(value => psi * value), c: order.c } });
    }

    #receive(data) {
        if (data.progress) {
            this.progress(data.progress);
        } else if (data.ready) {
            this.#settle.resolve(data.ready);
        } else if (data.changed) {
            this.changed(data.changed);
        } else if (data.picture) {
            const order = this.#take(data.picture.id);
            this.milliseconds = data.picture.milliseconds;
            this.shown(data.picture.rgba, order);
            this.#send();
        } else if (data.failed) {
            const { id, text, missing } = data.failed;
            if (id === null) {
                this.#settle.reject(Object.assign(new Error(text), { missing }));
            } else {
                this.#take(id);
                this.failed(text);
                this.#send();
            }
        }
    }

    #take(id) {
        const order = this.#asked.get(id);
        this.#asked.delete(id);
        this.#busy = false;
        return order;
    }
}
