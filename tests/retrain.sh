# What the measurements that train weights anew share; sourced by them. They set `quoth`, `project`, `shared` and `work`.

. "$project/data/scripts/names_corpora.sh"

# RETRAIN_OPTIONS takes the place of the options of the shipped weights.
train_options=${RETRAIN_OPTIONS:-$names_options}

# Writes the usual training texts to $work, and sets `usual` to the files: articles first, wikigold last.
convert_usual() {
  convert_names_corpora "$quoth" "$shared/corpora" "$project/data" "$work"
  usual=
  for corpus in own_train $names_corpora wikigold; do
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
