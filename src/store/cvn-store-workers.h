/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "cvn-worker.h"

G_BEGIN_DECLS

CvnWorker *cvn_store_start_readers (const char *path, CvnDbMode mode, CvnDb *db);
CvnWorker *cvn_store_start_writer (const char *path);

G_END_DECLS
