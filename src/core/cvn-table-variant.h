/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-table.h"

#define CVN_TABLE_CELLS_TYPE   "(ayaxas)"
#define CVN_TABLE_VARIANT_TYPE "(as" CVN_TABLE_CELLS_TYPE ")"

GVariant *cvn_table_to_variant (CvnTable *self);
CvnTable *cvn_table_new_from_variant (GVariant *variant);
