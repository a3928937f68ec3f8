/** What Python does not let a variable be called: its keywords, its builtins, and what torch.fx adds. */
const TAKEN = new Set(
  [
    'False None True NoneType NotImplemented Ellipsis abs aiter all and anext any as ascii assert async await bin bool',
    'break breakpoint bytearray bytes callable chr class classmethod compile complex continue copyright credits def del',
    'delattr device dict dir divmod elif else enumerate eval except exec exit filter finally float for format from',
    'frozenset fx_pytree getattr global globals hasattr hash help hex id if import in inf input int is isinstance',
    'issubclass iter lambda len license list locals map max memoryview min nan next nonlocal not object oct open or ord',
    'pass pow print property pytree quit raise range repr return reversed round set setattr slice sorted staticmethod',
    'str sum super torch try tuple type vars while with yield zip',
  ].flatMap((line) => line.split(' ')),
);

/** The names under which a graph's values are printed. One that Python has taken gets a number, as in torch.fx. */
export class Names {
  readonly #names = new Map<string, string>();
  readonly #used = new Set<string>();

  of(value: string): string {
    const known = this.#names.get(value);
    if (known !== undefined) return known;
    let name = value;
    const [, base = value] = /^(.+?)(?:_\d+)?$/.exec(value) ?? [];
    for (let number = 1; this.#used.has(name) || TAKEN.has(name); number++) name = `${base}_${number}`;
    this.#used.add(name);
    this.#names.set(value, name);
    return name;
  }
}
