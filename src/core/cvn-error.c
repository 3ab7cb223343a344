/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-error"

#include "cvn-error.h"

/**
 * cvn_error_quark:
 *
 * The one error domain of the product; the codes are #CvnError. Codes say what
 * happened, the pages decide what to offer. Any thread.
 */
G_DEFINE_QUARK (cvn_error_quark, cvn_error)
