//! Pictures: decoded within limits, turned as they were meant to be seen, and encoded again. What stood beside the pixels is gone.

use evenhand_shared::files::FileKind;
use image::{
    DynamicImage, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
};
use std::io::Cursor;

/// Most pixels along one side.
const SIDE_MAX: u32 = 12_000;
/// Most memory that decoding may take.
const MEMORY_MAX: u64 = 256 * 1024 * 1024;
/// Quality of a JPEG that is encoded again.
const QUALITY: u8 = 85;

/// The copy; absent where the bytes are no picture after all, or too large a one.
pub fn copy(bytes: &[u8], kind: FileKind) -> Option<Vec<u8>> {
    let format = match kind {
        FileKind::Png => ImageFormat::Png,
        FileKind::Jpeg => ImageFormat::Jpeg,
        FileKind::Pdf => return None,
    };
    let mut limits = Limits::default();
    limits.max_image_width = Some(SIDE_MAX);
    limits.max_image_height = Some(SIDE_MAX);
    limits.max_alloc = Some(MEMORY_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(bytes), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().ok()?;
    let turned = decoder.orientation().ok();
    let mut picture = DynamicImage::from_decoder(decoder).ok()?;
    if let Some(turned) = turned {
        picture.apply_orientation(turned);
    }
    let mut out = Vec::new();
    match kind {
        FileKind::Jpeg => {
            let flat = picture.to_rgb8();
            JpegEncoder::new_with_quality(&mut out, QUALITY).encode_image(&flat).ok()?;
        }
        _ => {
            let flat = picture.to_rgba8();
            PngEncoder::new(&mut out)
                .write_image(&flat, flat.width(), flat.height(), image::ExtendedColorType::Rgba8)
                .ok()?;
        }
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample(kind: FileKind) -> Vec<u8> {
        let mut out = Vec::new();
        let picture = DynamicImage::new_rgb8(3, 2);
        let format = if kind == FileKind::Png { ImageFormat::Png } else { ImageFormat::Jpeg };
        picture.write_to(&mut Cursor::new(&mut out), format).unwrap();
        out
    }

    #[test]
    fn s01_what_stands_beside_the_pixels_is_gone() {
        let jpeg = sample(FileKind::Jpeg);
        let (start, rest) = jpeg.split_at(2);
        let exif = [b"\xff\xe1\x00\x16Exif\x00\x00Berlin, 52.5", rest].concat();
        let with = [start, &exif].concat();
        let png = sample(FileKind::Png);
        let (head, rest) = png.split_at(33);
        let text =
            [b"\x00\x00\x00\x0etEXtAuthor\x00Berlin\x33".as_slice(), b"\x00\x00\x00\x00", rest].concat();
        let png_with = [head, &text].concat();
        for (bytes, kind) in [(with, FileKind::Jpeg), (png_with, FileKind::Png), (png, FileKind::Png)] {
            let Some(copy) = copy(&bytes, kind) else { continue };
            assert!(!copy.windows(6).any(|part| part == b"Berlin"), "{kind:?}");
        }
        assert!(copy(&jpeg, FileKind::Jpeg).is_some());
    }

    #[test]
    fn i02_a_broken_picture_has_no_copy() {
        assert_eq!(copy(b"\x89PNG\r\n\x1a\n<svg onload=alert(1)>", FileKind::Png), None);
        assert_eq!(copy(b"\xff\xd8\xff\xe0", FileKind::Jpeg), None);
    }
}
