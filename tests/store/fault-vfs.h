/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  FAULT_NONE,  /* only count */
  FAULT_POWER, /* the power fails: what was not synced is on the disk in part or not at all, and the process ends with code 9 */
  FAULT_IO,    /* the operation fails */
  FAULT_FULL,  /* a write stops half-way for want of room; other operations go on */
} FaultKind;

void  fault_vfs_register (FaultKind kind, guint at, guint32 seed);
guint fault_vfs_get_n_operations (void);

G_END_DECLS
