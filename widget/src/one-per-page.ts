/** One chat per page: a second element waits until the first has left. */

export interface Guest {
  /** May appear: it is the first, or the one before it has left. */
  enter(): void;
  leave(): void;
}

export class OnePerPage {
  readonly #guests: Guest[] = [];

  arrive(guest: Guest): void {
    this.#guests.push(guest);
    if (this.#guests.length === 1) guest.enter();
    else console.warn('klachtbalie-chat: this page has one already; the second stays hidden.');
  }

  depart(guest: Guest): void {
    const place = this.#guests.indexOf(guest);
    this.#guests.splice(place, 1);
    if (place > 0) return;
    guest.leave();
    this.#guests[0]?.enter();
  }
}
