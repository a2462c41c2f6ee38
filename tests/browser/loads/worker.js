// Says what it may do: a worker has the policy of its own file.
onmessage = async ({ data: away }) => {
  const compiled = await WebAssembly.compileStreaming(fetch(new URL("add.wasm", self.location)));
  postMessage({
    wasm: compiled instanceof WebAssembly.Module,
    eval: await says(() => self.eval("1 + 1")),
    away: await says(() => fetch(away)),
  });
};

async function says(what) {
  try {
    await what();
    return "done";
  } catch (error) {
    return error.name;
  }
}
