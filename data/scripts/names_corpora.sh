# What weights of names and their confidence are learned from; sourced by the scripts that learn them.

# Options of the shipped weights.
names_options="--epochs 8 --l1 0.003 --dropout 0.2 --folds 4 --most 40000"

# The corpora beside the project's own articles (own_train) and wikigold.
names_corpora="crossner_train crossner_dev crossner_test btc_f btc_g wnut17_train wnut17_dev"

# Writes all of them as NAME.jsonl: convert_names_corpora QUOTH CORPORA DATA OUT
convert_names_corpora() {
  python3 "$3/scripts/corpora_to_jsonl.py" "$2" "$4"
  # Articles whose number ends in 5 are the test.
  find "$3/en/training" -name '*_[0-9]*.txt' ! -name '*_[0-9]5_*' -print0 | sort -z |
    xargs -0 "$1" corpus convert -o "$4/own_train.jsonl"
}
