export class MinHeap<Item> {
  private readonly items: Item[] = [];

  constructor(private readonly compare: (a: Item, b: Item) => number) {}

  get first(): Item | undefined {
    return this.items[0];
  }

  add(item: Item): void {
    let place = this.items.push(item) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!this.isBefore(place, above)) return;
      this.swap(place, above);
      place = above;
    }
  }

  /** Call it after the first item has become later. */
  firstMoved(): void {
    for (let place = 0; ;) {
      let earliest = place;
      for (const below of [2 * place + 1, 2 * place + 2])
        if (below < this.items.length && this.isBefore(below, earliest)) earliest = below;
      if (earliest === place) return;
      this.swap(place, earliest);
      place = earliest;
    }
  }

  removeFirst(): void {
    const last = this.items.pop();
    if (last === undefined || this.items.length === 0) return;
    this.items[0] = last;
    this.firstMoved();
  }

  private isBefore(one: number, other: number): boolean {
    return this.compare(this.items[one] as Item, this.items[other] as Item) < 0;
  }

  private swap(one: number, other: number): void {
    [this.items[one], this.items[other]] = [this.items[other] as Item, this.items[one] as Item];
  }
}
