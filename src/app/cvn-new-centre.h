/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-change-set.h"

G_BEGIN_DECLS

CvnChangeSet *cvn_new_centre_build (const char *name, const char *const *municipalities);

G_END_DECLS
