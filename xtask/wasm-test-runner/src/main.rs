//! wasm-bindgen's test runner. `cargo install` would do too, with other versions of its dependencies every day.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
