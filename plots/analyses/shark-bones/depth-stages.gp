# depth-stages: The loss of shark-bones at depths 1 to 4, and the staging index of each stage
#
# Draw it again:   gnuplot depth-stages.gp
# As PNG or PDF:   gnuplot -e "format='png'" depth-stages.gp
# For a paper:     gnuplot -e "format='pdf'; medium='paper'" depth-stages.gp     (or 'slides')

if (!exists('format')) format = 'svg'
if (!exists('medium')) medium = 'web'
if (!exists('output')) output = 'depth-stages.' . format
if (medium eq 'web' && format eq 'svg') set terminal svg size 1180,506 font 'Helvetica,15' background 'white'
if (medium eq 'web' && format eq 'png') set terminal pngcairo size 2360,1012 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (medium eq 'web' && format eq 'pdf') set terminal pdfcairo size 12.29in,5.27in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
if (medium eq 'slides' && format eq 'svg') set terminal svg size 1280,720 font 'Helvetica,24' linewidth 1.75 background 'white'
if (medium eq 'slides' && format eq 'png') set terminal pngcairo size 1920,1080 font 'Helvetica,18' fontscale 1.5 linewidth 2.625 pointscale 2.625 background 'white'
if (medium eq 'slides' && format eq 'pdf') set terminal pdfcairo size 13.33in,7.5in font 'Helvetica,18' fontscale 1 linewidth 3.5 background 'white'
if (medium eq 'paper' && format eq 'svg') set terminal svg size 326,638 font 'Helvetica,10.67' linewidth 0.75 background 'white'
if (medium eq 'paper' && format eq 'png') set terminal pngcairo size 1304,2552 font 'Helvetica,8' fontscale 4 linewidth 3 pointscale 3 background 'white'
if (medium eq 'paper' && format eq 'pdf') set terminal pdfcairo size 3.4in,6.65in font 'Helvetica,8' fontscale 1 linewidth 1.5 background 'white'
set output output
set encoding utf8
set minussign

set datafile separator tab
set datafile commentschars ''
# $depth_staging has the columns 1 depth, 2 stage_2, 3 stage_3, 4 stage_4
set table $depth_staging; plot 'depth-staging.tsv' using (strcol(1)."\t".strcol(2)."\t".strcol(3)."\t".strcol(4)) with table; unset table
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.08051
if (medium eq 'web') set rmargin at screen 0.44068
if (medium eq 'web') set bmargin at screen 0.20949
if (medium eq 'web') set tmargin at screen 0.91107
if (medium eq 'slides') set lmargin at screen 0.09941
if (medium eq 'slides') set rmargin at screen 0.50761
if (medium eq 'slides') set bmargin at screen 0.3566
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.17347
if (medium eq 'paper') set rmargin at screen 0.95089
if (medium eq 'paper') set bmargin at screen 0.65392
if (medium eq 'paper') set tmargin at screen 0.95486
set border 3 linecolor '#404040'
set title 'Loss over rescaled time' offset 0,-0.3
if (medium eq 'web') set label 40 'epoch / half-rise epoch of the last stage' at screen 0.26059,0.10128 center
if (medium eq 'web') set label 1 'loss (mean squared error)' at screen 0.0271,0.56028 center rotate by 90
if (medium eq 'web') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each depth · seed 2021'.'}' at screen 0.00636,0.02585 left textcolor '#707070'
if (medium eq 'slides') set label 40 'epoch / half-rise epoch of the last stage' at screen 0.30351,0.23493 center
if (medium eq 'slides') set label 1 'loss (mean squared error)' at screen 0.02063,0.6333 center rotate by 90
if (medium eq 'slides') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each depth · seed 2021'.'}' at screen 0.00938,0.02907 left textcolor '#707070'
if (medium eq 'paper') set label 40 'epoch / half-rise epoch of the last stage' at screen 0.56218,0.59289 center
if (medium eq 'paper') set label 1 'loss (mean squared error)' at screen 0.03599,0.80439 center rotate by 90
if (medium eq 'paper') set label 30 '{/*0.88 '.'shark-bones · balanced initial weights · separate η for each'.'}' at screen 0.01636,0.03371 left textcolor '#707070'
if (medium eq 'paper') set label 31 '{/*0.88 '.'depth · seed 2021'.'}' at screen 0.01636,0.01458 left textcolor '#707070'
if (medium eq 'web') set xrange [0:1.3]
if (medium eq 'web') set xtics out nomirror 0.2
if (medium eq 'slides') set xrange [0:1.3]
if (medium eq 'slides') set xtics out nomirror 0.5
if (medium eq 'paper') set xrange [0:1.3]
if (medium eq 'paper') set xtics out nomirror 0.2
set yrange [0:1.05]
set ytics out nomirror 0.2
if (medium eq 'web') set key top right samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.0075,0.20493 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
if (medium eq 'paper') set key at screen 0.01309,0.57785 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15
plot 'depth-1.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'depth 1', \
     'depth-2.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'depth 2', \
     'depth-3.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'depth 3', \
     'depth-4.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'depth 4'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
if (medium eq 'web') set lmargin at screen 0.51695
if (medium eq 'web') set rmargin at screen 0.77542
if (medium eq 'web') set bmargin at screen 0.20949
if (medium eq 'web') set tmargin at screen 0.91107
if (medium eq 'slides') set lmargin at screen 0.61639
if (medium eq 'slides') set rmargin at screen 0.98875
if (medium eq 'slides') set bmargin at screen 0.3566
if (medium eq 'slides') set tmargin at screen 0.91
if (medium eq 'paper') set lmargin at screen 0.14072
if (medium eq 'paper') set rmargin at screen 0.98037
if (medium eq 'paper') set bmargin at screen 0.17057
if (medium eq 'paper') set tmargin at screen 0.47152
set border 3 linecolor '#404040'
set title 'Separation of stages' offset 0,-0.3
if (medium eq 'web') set label 40 'depth' at screen 0.64619,0.12204 center
if (medium eq 'web') set label 1 'staging index' at screen 0.47626,0.56028 center rotate by 90
if (medium eq 'web') set label 20 '{/*0.88 '.'Time between half-rises / time from 10 to 90 %.'.'}' at screen 0.51695,0.07757 left textcolor '#404040'
if (medium eq 'slides') set label 40 'depth' at screen 0.80257,0.25827 center
if (medium eq 'slides') set label 1 'staging index' at screen 0.55638,0.6333 center rotate by 90
if (medium eq 'slides') set label 20 '{/*0.88 '.'Time between half-rises / time from 10 to 90 %.'.'}' at screen 0.54325,0.20827 left textcolor '#404040'
if (medium eq 'paper') set label 40 'depth' at screen 0.56054,0.12125 center
if (medium eq 'paper') set label 1 'staging index' at screen 0.03599,0.32104 center rotate by 90
if (medium eq 'paper') set label 20 '{/*0.88 '.'Time between half-rises / time from 10 to 90 %.'.'}' at screen 0.14072,0.09618 left textcolor '#404040'
set xrange [0.8:4.2]
set xtics out scale 0 nomirror ('1' 1, '2' 2, '3' 3, '4' 4)
set yrange [-2.94e-05:5.88]
set ytics out nomirror 1
if (medium eq 'web') set key at screen 0.79661,0.91107 left top Left reverse samplen 2 spacing 1.15
if (medium eq 'slides') set key at screen 0.54325,0.1768 left top horizontal maxcols 2 Left reverse samplen 2 spacing 1.15 width -1
if (medium eq 'paper') set key at screen 0.01309,0.08039 left top horizontal maxcols 3 Left reverse samplen 2 spacing 1.15 width -1
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot $depth_staging using 1:2 with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'level 1', \
     $depth_staging using 1:3 with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'level 2', \
     $depth_staging using 1:4 with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'level 3'

unset multiplot
