//! Writes the comments of a WIT world into the component that was built from it: in the custom section `package-docs`, as
//! tools write it into WIT packages in binary form. Those that make components leave it out.
//!
//!     usage: wit-docs COMPONENT WIT-FOLDER...        the last folder has the world, the others packages that it uses
//!
//! The world of a component is named `root`, and tools refuse a section that speaks of anything else than that world: so
//! the comments of the world and of its own functions are written, and not those of its interfaces and types.

use anyhow::{bail, Context, Result};
use serde_json::{json, Value};
use std::{env, fs};
use wasm_encoder::{CustomSection, Encode, Section};
use wit_parser::{PackageMetadata, Resolve};

fn main() -> Result<()> {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let [component, folders @ .., world] = arguments.as_slice() else {
        bail!("usage: wit-docs COMPONENT WIT-FOLDER...");
    };
    let docs = serde_json::to_vec(&root(&package_docs(folders, world)?))?;

    let section = CustomSection {
        name: PackageMetadata::SECTION_NAME.into(),
        data: [vec![1], docs].concat().into(),
    };
    let mut bytes = fs::read(component).with_context(|| component.clone())?;
    bytes.push(section.id());
    section.encode(&mut bytes);
    fs::write(component, bytes).with_context(|| component.clone())
}

/// The JSON of the section, which follows a byte for its version.
fn package_docs(folders: &[String], world: &str) -> Result<Value> {
    let mut resolve = Resolve::default();
    for folder in folders {
        resolve.push_dir(folder)?;
    }
    let (package, _) = resolve.push_dir(world)?;
    let section = PackageMetadata::extract(&resolve, package).encode()?;
    Ok(serde_json::from_slice(&section[1..])?)
}

/// A folder has one world here.
fn root(docs: &Value) -> Value {
    let world = docs["worlds"].as_object().and_then(|worlds| worlds.values().next());
    let kept: serde_json::Map<String, Value> = ["docs", "func_exports"]
        .into_iter()
        .filter_map(|name| Some((name.to_string(), world?.get(name)?.clone())))
        .collect();
    json!({ "worlds": { "root": kept } })
}
