//! `qimma gazetteer`.

use super::arguments::Gazetteer;

/// Looks into the gazetteer.
///
/// # Errors
/// Where it is broken.
pub fn gazetteer(command: &Gazetteer) -> anyhow::Result<()> {
    match command {
        Gazetteer::Lookup { name, gazetteer: _ } => anyhow::bail!("looking up {name} is not built in yet"),
        Gazetteer::Check { folder } => {
            crate::Engine::from_folder(folder)?;
            println!("{}: no problems", folder.display());
            Ok(())
        }
    }
}
