# depth-stages: The loss of shark-bones at depths 1 to 4, and how sharply its stages follow each other
#
# Draw it again:   gnuplot depth-stages.gp
# As PNG or PDF:   gnuplot -e "format='png'" depth-stages.gp

if (!exists('format')) format = 'svg'
if (!exists('output')) output = 'depth-stages.' . format
if (format eq 'svg') set terminal svg size 1180,480 font 'Helvetica,15' background 'white'
if (format eq 'png') set terminal pngcairo size 2360,960 font 'Helvetica,11' fontscale 2 linewidth 2 pointscale 2 background 'white'
if (format eq 'pdf') set terminal pdfcairo size 12.29in,5.0in font 'Helvetica,11' fontscale 1 linewidth 2 background 'white'
set output output
set encoding utf8
set minussign
set multiplot

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.08050847457627118
set rmargin at screen 0.44067796610169496
set bmargin at screen 0.16666666666666666
set tmargin at screen 0.90625
set border 3 linecolor '#404040'
set title 'Loss in the time of the last stage' offset 0,-0.3
set xlabel 'epoch / half-rise of the last stage' offset 0,0.3
set xrange [0:1.3]
set xtics out nomirror
set ylabel 'loss (mean squared error)' offset 0.5,0
set yrange [0:1.05]
set ytics out nomirror
set key top right samplen 2 spacing 1.15
plot 'depth-1.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'depth 1', \
     'depth-2.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'depth 2', \
     'depth-3.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'depth 3', \
     'depth-4.tsv' using 'scaled_time':'loss' with lines linecolor rgb '#e69f00' linewidth 2.5 dashtype 1 title 'depth 4'

reset
set datafile separator tab
set datafile columnheaders
set datafile commentschars ''
set lmargin at screen 0.5169491525423728
set rmargin at screen 0.7754237288135593
set bmargin at screen 0.16666666666666666
set tmargin at screen 0.90625
set border 3 linecolor '#404040'
set title 'How sharply a stage follows the one before' offset 0,-0.3
set xlabel 'depth' offset 0,0.3
set xrange [0.8:4.2]
set xtics out scale 0 nomirror ('1' 1, '2' 2, '3' 3, '4' 4)
set ylabel 'time between half-rises / time of a rise' offset 0.5,0
set yrange [-4.07e-05:5.88]
set ytics out nomirror
set key at screen 0.7966101694915253,0.90625 left top Left reverse samplen 2 spacing 1.15
set arrow from graph 0, first 1 to graph 1, first 1 nohead back linecolor rgb '#999999' linewidth 1 dashtype 1
plot 'depth-sharpness.tsv' using 'depth':'stage_2' with lines linecolor rgb '#0072b2' linewidth 2.5 dashtype 1 title 'level 1', \
     'depth-sharpness.tsv' using 'depth':'stage_3' with lines linecolor rgb '#d55e00' linewidth 2.5 dashtype 1 title 'level 2', \
     'depth-sharpness.tsv' using 'depth':'stage_4' with lines linecolor rgb '#009e73' linewidth 2.5 dashtype 1 title 'level 3'

unset multiplot
