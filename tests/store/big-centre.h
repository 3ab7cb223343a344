/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-db.h"
#include "store-support.h"

G_BEGIN_DECLS

CvnDb *cvn_test_make_big_centre (CvnTestFolder *folder, guint n_counts, guint n_events);

G_END_DECLS
