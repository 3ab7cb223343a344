/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cvn-reader.h"

G_BEGIN_DECLS

/* The ids of the parties of an agreement, in the order in which they came; those that declined or left are none. */
GPtrArray *cvn_parties_list (CvnReader *reader, const char *agreement, GError **error);

G_END_DECLS
