//! Compiles the protocol, by protox, so that nobody needs `protoc`.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

const ROOT: &str = "proto";
const PACKAGE: &str = "proto/qimma/v1";

/// Compiles every file of the package, and writes its descriptors for reflection.
pub fn compile() -> Result<(), Box<dyn Error>> {
    // A folder stands for everything in it, at any depth.
    println!("cargo::rerun-if-changed={ROOT}");
    let mut files: Vec<PathBuf> = fs::read_dir(PACKAGE)?.map(|entry| entry.map(|entry| entry.path())).collect::<Result<_, _>>()?;
    files.retain(|path| path.extension().is_some_and(|extension| extension == "proto"));
    // The order of a folder's entries is the file system's; the generated code should not be.
    files.sort();

    let mut compiler = protox::Compiler::new([ROOT])?;
    compiler.include_imports(true).include_source_info(true).open_files(files)?;
    let out = PathBuf::from(env::var("OUT_DIR")?);
    // For reflection. Encoded by protox, since prost's types would drop the options it does not know (`field_behavior`).
    fs::write(out.join("qimma.v1.bin"), compiler.encode_file_descriptor_set())?;
    tonic_prost_build::configure()
        .build_transport(false)
        .extern_path(".google.rpc.Status", "::tonic_types::Status")
        .compile_fds(compiler.file_descriptor_set())?;
    Ok(())
}
