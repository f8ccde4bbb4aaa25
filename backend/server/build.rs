//! Builds anew when the front end was built anew: its files are embedded.

fn main() {
    println!("cargo:rerun-if-changed=../../frontend/dist");
    println!("cargo:rerun-if-changed=../../migrations");
}
