/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

/* The language of output: the forms of numbers, dates and fixed words. It is
 * chosen by the caller and never looked up in the locale of the process. */
typedef enum {
  CVN_LANGUAGE_EN,
  CVN_LANGUAGE_NL,
} CvnLanguage;
