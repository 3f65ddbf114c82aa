//! What the system says of this process. It says so under Linux; elsewhere there is nothing to read, and nothing is told.

use std::fs;

/// Memory of this process that is in use and not swapped out, in bytes.
pub(super) fn resident_bytes() -> Option<usize> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kibibytes: usize = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kibibytes * 1024)
}

/// Files and connections that this process holds open.
pub(super) fn open_files() -> Option<usize> {
    Some(fs::read_dir("/proc/self/fd").ok()?.count())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn this_process_has_memory_and_files() {
        let resident = resident_bytes().unwrap();
        assert!((1 << 20..1 << 36).contains(&resident), "{resident}");
        assert!(open_files().unwrap() >= 3);
    }
}
