"""Writes the HDF5 files of this folder: h5py 3.7 on HDF5 1.10.8, pandas 1.5.3 with PyTables 3.7, NumPy 1.24; the last
two of h5py by version 3.14.0 on HDF5 1.14.6."""

import h5py
import numpy as np
import pandas as pd

LOGITS = np.arange(48).reshape(4, 12) / 8 - 3
LABELS = np.arange(48).reshape(4, 12) % 5 == 0

with h5py.File("h5py_groups.h5", "w", libver="latest") as f:
    f.attrs["Sampling_Rate"] = np.array([250.0])
    f["train/self"] = f["/"]
    train = f["train"]
    train.create_dataset("logits", data=LOGITS.astype(">f4"), chunks=(2, 5), compression="gzip", shuffle=True)
    labels = train.create_dataset("labels", data=LABELS, chunks=(4, 12), maxshape=(4, None))
    labels.attrs["class_names"] = ["P", "QRS", "T", "ü"]
    signal = f.create_dataset("signal", (12,), dtype="f2", chunks=(4,), fillvalue=np.nan)
    signal[:6] = np.arange(6) / 2
    f["lr"] = 0.1
    f["note"] = "a run"

with h5py.File("h5py_userblock.h5", "w", userblock_size=512) as f:
    f.create_dataset("logits", data=LOGITS, chunks=(2, 6), compression="lzf")
    f.create_dataset("labels", data=LABELS.astype("i1"), dtype=h5py.enum_dtype({"NO": 0, "YES": 1}, basetype="i1"))
    f.create_dataset("weights", (4,), dtype="i4", fillvalue=2)
    table = np.zeros(12, dtype=[("t", "f8"), ("score", "f4")])
    table["t"] = np.arange(12) / 100
    f["table"] = table
    f.create_dataset("scaled", data=np.arange(12), scaleoffset=0)
    f["complex"] = LOGITS[0] + 1j
with open("h5py_userblock.h5", "r+b") as raw:
    raw.write(b"MATLAB 7.3 MAT-file")


def nested(group, name, values):
    """A set with an array in each cell, which h5py writes by its low-level interface alone."""
    cell = h5py.h5t.array_create(h5py.h5t.py_create(values.dtype), values.shape[1:])
    made = h5py.h5d.create(group.id, name, cell, h5py.h5s.create_simple(values.shape[:1]))
    made.write(h5py.h5s.ALL, h5py.h5s.ALL, values, mtype=cell)


with h5py.File("h5py_types.h5", "w") as f:
    f["labels"] = LABELS
    days = np.arange("2020-01-01", "2020-01-13", dtype="M8[D]").astype("M8[ns]")
    f.create_dataset("opaque", data=days.astype(h5py.opaque_dtype(days.dtype)))
    nested(f, b"nested", LOGITS)
    ragged = f.create_dataset("ragged", (4,), dtype=h5py.vlen_dtype("f8"))
    for c in range(4):
        ragged[c] = LOGITS[c, : 4 + c]
    table = np.zeros(12, dtype=[("column", "f8", (4,))])
    table["column"] = LOGITS.T
    f["table"] = table

with h5py.File("h5py_opaque.h5", "w") as f:
    f["labels"] = LABELS
    f.create_dataset("blob", data=np.frombuffer(LOGITS.tobytes(), "V8"))

frame = pd.DataFrame(
    {"value": LOGITS[0], "P_label": LABELS[0], "QRS_label": LABELS[1]},
    index=pd.date_range("2020-01-01", periods=12, freq="H"),
)
frame.to_hdf("pandas_fixed.h5", key="run/frame")
frame.to_hdf("pandas_table.h5", key="frame", format="table", index=False, complevel=9, complib="zlib")
