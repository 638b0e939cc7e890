package dev.dailies;

/** A small workflow for ComfyUI that takes a row's prompt and nothing else. */
public final class TextWorkflow {

  /** As "Export (API)" writes it; the node {@code 7} saves the clip. */
  public static final String JSON =
      """
      {
        "1": {
          "class_type": "CheckpointLoaderSimple",
          "inputs": {"ckpt_name": "sd_xl_base_1.0.safetensors"}
        },
        "2": {"class_type": "CLIPTextEncode", "inputs": {"text": "%prompt%", "clip": ["1", 1]}},
        "3": {
          "class_type": "EmptyLatentImage",
          "inputs": {"width": 512, "height": 512, "batch_size": 1}
        },
        "4": {
          "class_type": "KSampler",
          "inputs": {
            "model": ["1", 0], "positive": ["2", 0], "negative": ["2", 0], "latent_image": ["3", 0],
            "seed": 1, "steps": 4, "cfg": 1.0, "sampler_name": "euler", "scheduler": "simple",
            "denoise": 1.0
          }
        },
        "5": {"class_type": "VAEDecode", "inputs": {"samples": ["4", 0], "vae": ["1", 2]}},
        "6": {"class_type": "CreateVideo", "inputs": {"images": ["5", 0], "fps": 12.0}},
        "7": {
          "class_type": "SaveVideo",
          "inputs": {
            "video": ["6", 0], "filename_prefix": "clip", "format": "mp4", "codec": "h264"
          }
        }
      }
      """;

  /** The same, whose node {@code 8} saves the clip a second time. */
  public static final String TWO_FILES =
      JSON.replaceFirst("(?s)  \"7\": (\\{.*?\\n  })", "  \"7\": $1,\n  \"8\": $1");

  private TextWorkflow() {}
}
