/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-store.h"

G_BEGIN_DECLS

/* A folder of its own for a test, with the name of a centre in it. */
typedef struct
{
  char *folder;
  char *path;
} CvnTestFolder;

void cvn_test_folder_make (CvnTestFolder *self);
void cvn_test_folder_make_centre (CvnTestFolder *self);
void cvn_test_folder_remove (CvnTestFolder *self);

void cvn_test_delete_tree (const char *path);

G_END_DECLS
