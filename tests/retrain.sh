# What the measurements that train weights anew share; sourced by them. They set `quoth`, `project`, `shared` and `work`.

# Options of the shipped weights, as in data/scripts/train_names.sh; RETRAIN_OPTIONS takes their place.
train_options=${RETRAIN_OPTIONS:---epochs 8 --l1 0.003 --dropout 0.2 --folds 4 --most 40000}

# Writes the usual training texts to $work, and sets `usual` to the files: articles first, wikigold last.
convert_usual() {
  python3 "$project/data/scripts/corpora_to_jsonl.py" "$shared/corpora" "$work"
  find "$project/data/en/training" -name '*_[0-9]*.txt' ! -name '*_[0-9]5_*' -print0 | sort -z |
    xargs -0 "$quoth" corpus convert -o "$work/own_train.jsonl"
  usual=
  for corpus in own_train crossner_train crossner_dev crossner_test btc_f btc_g wnut17_train wnut17_dev wikigold; do
    usual="$usual $work/$corpus.jsonl"
  done
}

# Writes the articles of the test to $work/own_test.jsonl.
convert_test() {
  find "$project/data/en/training" -name '*_[0-9]5_*.txt' -print0 | sort -z |
    xargs -0 "$quoth" corpus convert -o "$work/own_test.jsonl"
}

# A data folder like the project's, but without weights: new_data FOLDER
new_data() {
  mkdir -p "$1/en/weights"
  ln -s "$project/data/common" "$1/common"
  for kind in gazetteers words rules text; do
    ln -s "$project/data/en/$kind" "$1/en/$kind"
  done
}

# Trains weights for such a folder with its lists and rules: train_data FOLDER OPTION... FILE...
train_data() {
  folder=$1
  shift
  # shellcheck disable=SC2086
  "$quoth" train --data "$folder" -o "$folder/names.tsv" $train_options "$@" > "$folder/log"
  mv "$folder/names.tsv" "$folder/en/weights/names.tsv"
}
