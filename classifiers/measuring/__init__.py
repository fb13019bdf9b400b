"""How good the classifier is: each module answers one question and returns tables of plain numbers.

`folds` fits models that have not seen whom they judge; `bars` and `fits` take thresholds and probabilities from the
other folds; `recall`, `reliability`, `misses` read its decisions; `robustness`, `ablation`, `learning_curve` and
`archives` change the lines, the parts, the examples and the surroundings. `classifiers.measure` puts them together.
"""
