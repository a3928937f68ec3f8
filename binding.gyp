{
  "targets": [
    {
      "target_name": "libtorch_node",
      "type": "none",
      "actions": [
        {
          "action_name": "cmake",
          "inputs": ["CMakeLists.txt"],
          "outputs": ["<(PRODUCT_DIR)/libtorch_node.node"],
          "action": ["node", "scripts/build-native.cjs"]
        }
      ]
    }
  ]
}
