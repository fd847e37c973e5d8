//! The `isnad` binary: one file per subcommand, glue only.
fn main() {}
