/* SPDX-FileCopyrightText: 2026 The Convenant contributors */
/* SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "cvn-chart-words"

#include "cvn-chart-words.h"

/* What is not here is the same in both. */
static const struct
{
  const char *en;
  const char *nl;
} words[] = {
  { "no figure", "geen cijfer" },
  { "No figures yet", "Nog geen cijfers" },
  { "%s per inhabitant", "%s per inwoner" },
  { "%s: no figures yet.", "%s: nog geen cijfers." },
  { "%s: %s in all.", "%s: %s in totaal." },
  { "%s: %s with %s.", "%s: %s met %s." },
  { "%s: highest %s with %s.", "%s: hoogste %s met %s." },
  { "%s: highest %s with %s, lowest %s with %s.", "%s: hoogste %s met %s, laagste %s met %s." },
  { "%s: %s in all; highest %s with %s, lowest %s with %s.", "%s: %s in totaal; hoogste %s met %s, laagste %s met %s." },
};

/** cvn_chart_words: @english, or what stands for it in @language; for ever. */
const char *
cvn_chart_words (const char *english,
                 CvnLanguage language)
{
  if (language == CVN_LANGUAGE_NL)
    for (guint i = 0; i < G_N_ELEMENTS (words); i++)
      if (g_str_equal (words[i].en, english))
        return words[i].nl;
  return english;
}
