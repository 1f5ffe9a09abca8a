// What need not be made twice.

/** Made when it is first asked for. */
export function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | undefined;
  return () => (made ??= { it: make() }).it;
}

/** Made once for each object, and kept as long as the object is. For data that nobody changes, on both sides. */
export function onceForEach<Key extends object, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const known = new WeakMap<Key, { readonly it: Made }>();
  return (key) => {
    const made = known.get(key) ?? { it: make(key) };
    known.set(key, made);
    return made.it;
  };
}
