/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store-support.h"

G_BEGIN_DECLS

void cvn_test_make_big_bookings (CvnTestFolder *folder);

G_END_DECLS
