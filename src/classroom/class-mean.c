/* SPDX-License-Identifier: GPL-3.0-or-later
 * Copyright (C) 2026 The Frontdesk authors */

#include "classroom/class-mean.h"

void
desk_class_mean_add (DeskClassMean *self, double value)
{
  if (value < 0)
    return;
  self->sum += value;
  self->n++;
}

double
desk_class_mean_of (const DeskClassMean *self)
{
  return self->n > 0 ? self->sum / self->n : -1;
}

void
desk_class_week_means_add (DeskClassWeekMeans *self, const DeskClassWeek *part, DeskClassWeek *week)
{
  desk_class_mean_add (&self->score, part->score);
  desk_class_mean_add (&self->response, part->response);
  desk_class_mean_add (&self->asa_seconds, part->asa_seconds);
  desk_class_mean_add (&self->message, part->message);
  week->score = desk_class_mean_of (&self->score);
  week->response = desk_class_mean_of (&self->response);
  week->asa_seconds = desk_class_mean_of (&self->asa_seconds);
  week->message = desk_class_mean_of (&self->message);
}
